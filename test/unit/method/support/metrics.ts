import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Face, MeasureIn } from '../../../../client/canvas/template-shapes/layout.ts';

const resolve = createRequire(import.meta.url).resolve;
const files: Readonly<Record<Face, string>> = {
  title: resolve('@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf'),
  strong: resolve('@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf'),
  semi: resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  invitation: resolve('@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
  text: resolve('@expo-google-fonts/source-sans-3/500Medium/SourceSans3_500Medium.ttf'),
};

const paper = new PDFDocument({ autoFirstPage: false });
const widths = new Map<string, number>();

/** Widths from the real faces; a browser rounds a little differently, for which one per cent is added. */
export const realMetrics: MeasureIn = (face, size) => (text) => {
  const key = `${face} ${text}`;
  const width = widths.get(key) ?? paper.font(files[face]).fontSize(1000).widthOfString(text) / 1000;
  widths.set(key, width);
  return width * size * 1.01;
};
