import monoBold from '@tldraw/assets/fonts/IBMPlexMono-Bold.woff2?url';
import monoBoldItalic from '@tldraw/assets/fonts/IBMPlexMono-BoldItalic.woff2?url';
import mono from '@tldraw/assets/fonts/IBMPlexMono-Medium.woff2?url';
import monoItalic from '@tldraw/assets/fonts/IBMPlexMono-MediumItalic.woff2?url';
import sansBold from '@tldraw/assets/fonts/IBMPlexSans-Bold.woff2?url';
import sansBoldItalic from '@tldraw/assets/fonts/IBMPlexSans-BoldItalic.woff2?url';
import sans from '@tldraw/assets/fonts/IBMPlexSans-Medium.woff2?url';
import sansItalic from '@tldraw/assets/fonts/IBMPlexSans-MediumItalic.woff2?url';
import serifBold from '@tldraw/assets/fonts/IBMPlexSerif-Bold.woff2?url';
import serifBoldItalic from '@tldraw/assets/fonts/IBMPlexSerif-BoldItalic.woff2?url';
import serif from '@tldraw/assets/fonts/IBMPlexSerif-Medium.woff2?url';
import serifItalic from '@tldraw/assets/fonts/IBMPlexSerif-MediumItalic.woff2?url';
import drawBold from '@tldraw/assets/fonts/Shantell_Sans-Informal_Bold.woff2?url';
import drawBoldItalic from '@tldraw/assets/fonts/Shantell_Sans-Informal_Bold_Italic.woff2?url';
import draw from '@tldraw/assets/fonts/Shantell_Sans-Informal_Regular.woff2?url';
import drawItalic from '@tldraw/assets/fonts/Shantell_Sans-Informal_Regular_Italic.woff2?url';
import icons from '@tldraw/assets/icons/icon/0_merged.svg?url';
import { getAssetUrls } from '@tldraw/assets/selfHosted';
import de from '@tldraw/assets/translations/de.json?url';
import en from '@tldraw/assets/translations/en.json?url';
import fr from '@tldraw/assets/translations/fr.json?url';
import nl from '@tldraw/assets/translations/nl.json?url';

const known = getAssetUrls();
const every = (names: object, url: (name: string) => string): Record<string, string> =>
  Object.fromEntries(Object.keys(names).map((name) => [name, url(name)]));

/**
 * Where tldraw's fonts, icons and texts lie on our own server. Every address that tldraw knows is given, because it takes
 * those that are missing from its vendor's servers.
 */
export const assetUrls = {
  fonts: {
    tldraw_draw: draw,
    tldraw_draw_italic: drawItalic,
    tldraw_draw_bold: drawBold,
    tldraw_draw_italic_bold: drawBoldItalic,
    tldraw_mono: mono,
    tldraw_mono_italic: monoItalic,
    tldraw_mono_bold: monoBold,
    tldraw_mono_italic_bold: monoBoldItalic,
    tldraw_sans: sans,
    tldraw_sans_italic: sansItalic,
    tldraw_sans_bold: sansBold,
    tldraw_sans_italic_bold: sansBoldItalic,
    tldraw_serif: serif,
    tldraw_serif_italic: serifItalic,
    tldraw_serif_bold: serifBold,
    tldraw_serif_italic_bold: serifBoldItalic,
  },
  icons: every(known.icons, (name) => `${icons}#${name}`),
  translations: { ...every(known.translations, () => en), nl, fr, de },
  embedIcons: every(known.embedIcons, () => ''),
};
