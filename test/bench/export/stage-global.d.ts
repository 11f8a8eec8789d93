import type { ExportStage } from './stage.tsx';

declare global {
  interface Window {
    exportStage?: ExportStage;
  }
}
