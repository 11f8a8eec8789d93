import { dataUrlOf } from '../data-url.ts';
import type { DisplayPage } from '../display-list.ts';
import { cssFamily } from '../svg/css-families.ts';
import { svgPage } from '../svg/svg-page.ts';
import { needsScripts } from '../text/page-texts.ts';
import { facesOfPage } from './faces-of-page.ts';
import { type WebFace, webFaces } from './web-faces.ts';

export interface SvgPicture {
  readonly page: DisplayPage;
  /** Data URLs by name. */
  readonly images: Readonly<Record<string, string>>;
}

/**
 * A page as a file that needs nothing else: its texts are text, and it brings the faces that these are set in and no more.
 * @param ground null for a transparent one
 * @param scriptFaces asked where the page has letters beyond Latin, Greek and Cyrillic
 * @throws the signal's reason once it is aborted
 */
export async function standAloneSvg(
  { page, images }: SvgPicture,
  ground: string | null,
  scriptFaces: () => Promise<readonly WebFace[]>,
  signal: AbortSignal,
): Promise<string> {
  const all = needsScripts(page) ? [...webFaces, ...(await scriptFaces())] : webFaces;
  const rules = await Promise.all(facesOfPage(page, all).map((face) => faceRule(face, signal)));
  signal.throwIfAborted();
  return svgPage(page, images, { idPrefix: 'c', ground, barsBelow: 0, withLinks: true, css: rules.join('') });
}

async function faceRule({ family, weight, italic, url, ranges }: WebFace, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`a face answered ${response.status}`);
  const source = await dataUrlOf(await response.blob());
  return [
    `@font-face{font-family:${cssFamily(family)};font-weight:${weight};font-style:${italic ? 'italic' : 'normal'};`,
    `src:url(${source});unicode-range:${ranges}}`,
  ].join('');
}
