import { type FontFamily, faceChain, faces } from '../faces.ts';
import { type Script, scripts, scriptsFamily } from '../text/scripts.ts';

/** The writer's face under a name of its own in CSS: what the page calls its faces may be cut to fewer scripts. */
export const cssFamily = (family: FontFamily | Script): string => `commonboard-${family}`;

const generic: Partial<Readonly<Record<FontFamily, string>>> = { serif: 'serif', mono: 'monospace' };

/**
 * For `font-family`: the family, those that stand in for letters it lacks, as in the PDF, and those of other scripts. A
 * page declares these as one, a picture each by itself.
 */
export function familyList(family: FontFamily): string {
  const chain = faceChain(family, 400, false).map((name) => cssFamily(faces[name].family));
  return [...new Set(chain), scriptsFamily, ...scripts.map(cssFamily), generic[family] ?? 'sans-serif'].join(',');
}
