import textCyrillicItalic from '@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-wght-italic.woff2?url';
import textCyrillic from '@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2?url';
import textGreekItalic from '@fontsource-variable/source-sans-3/files/source-sans-3-greek-wght-italic.woff2?url';
import textGreek from '@fontsource-variable/source-sans-3/files/source-sans-3-greek-wght-normal.woff2?url';
import textLatinExtItalic from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-italic.woff2?url';
import textLatinExt from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url';
import textLatinItalic from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-italic.woff2?url';
import textLatin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import textVietnameseItalic from '@fontsource-variable/source-sans-3/files/source-sans-3-vietnamese-wght-italic.woff2?url';
import textVietnamese from '@fontsource-variable/source-sans-3/files/source-sans-3-vietnamese-wght-normal.woff2?url';
import { assetUrls } from '../../canvas/asset-urls.ts';
import titleLatinExt from '../../ui/fonts/bricolage-grotesque-latin-ext-wght-normal.woff2?url';
import titleLatin from '../../ui/fonts/bricolage-grotesque-latin-wght-normal.woff2?url';
import type { FontFamily } from '../faces.ts';
import type { Script } from '../text/scripts.ts';

/** A face, or a part of one, small enough to be brought along by a picture. */
export interface WebFace {
  readonly family: FontFamily | Script;
  /** One weight, or from which to which, as CSS has it. */
  readonly weight: string;
  readonly italic: boolean;
  readonly url: string;
  /** Letters it is for, as `unicode-range` has them. */
  readonly ranges: string;
}

/** As their packages cut them. */
const ranges = {
  latin:
    'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215',
  latinExt:
    'U+100-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+304,U+308,U+329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
  greek: 'U+370-377,U+37A-37F,U+384-38A,U+38C,U+38E-3A1,U+3A3-3FF',
  cyrillic: 'U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116',
  vietnamese:
    'U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303-304,U+308-309,U+323,U+329,U+1EA0-1EF9,U+20AB',
} as const;
/** Of tldraw's faces, which are uncut: Latin, Cyrillic, signs and arrows. */
const european = 'U+0-36F,U+400-52F,U+1E00-1EFF,U+2000-23FF,U+FB00-FB06';
const withGreek = `${european},U+370-3FF,U+1F00-1FFF`;

const textFaces = (
  [
    [ranges.latin, textLatin, textLatinItalic],
    [ranges.latinExt, textLatinExt, textLatinExtItalic],
    [ranges.greek, textGreek, textGreekItalic],
    [ranges.cyrillic, textCyrillic, textCyrillicItalic],
    [ranges.vietnamese, textVietnamese, textVietnameseItalic],
  ] as const
).flatMap(([letters, upright, italic]): WebFace[] =>
  [upright, italic].map((url) => ({
    ...{ family: 'text', weight: '200 900', italic: url === italic },
    ...{ url, ranges: letters },
  })),
);

const titleFaces = (
  [
    [ranges.latin, titleLatin],
    [ranges.latinExt, titleLatinExt],
  ] as const
).map(
  ([letters, url]): WebFace => ({
    ...{ family: 'title', weight: '200 800', italic: false },
    ...{ url, ranges: letters },
  }),
);

/** tldraw's faces are Medium, and its style sheet calls them normal. */
const canvasFaces = (['draw', 'sans', 'serif', 'mono'] as const).flatMap((family): WebFace[] =>
  ([false, true] as const).flatMap((italic) =>
    ([400, 700] as const).map((weight) => {
      const name = `tldraw_${family}${italic ? '_italic' : ''}${weight === 700 ? '_bold' : ''}` as const;
      const letters = family === 'sans' || family === 'serif' ? withGreek : european;
      return { family, weight: String(weight), italic, url: assetUrls.fonts[name], ranges: letters };
    }),
  ),
);

export const webFaces: readonly WebFace[] = [...canvasFaces, ...textFaces, ...titleFaces];
