/** Made by deploy/pdf-faces.ts: the address of each face as a TrueType file of this server. */
declare module 'virtual:pdf-faces' {
  import type { FaceName } from './faces.ts';
  export const faceUrls: Readonly<Record<FaceName, string>>;
}
