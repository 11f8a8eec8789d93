import type { FaceName } from './faces.ts';

const tldraw = '@tldraw/assets/fonts';
const sourceSans = '@expo-google-fonts/source-sans-3';
const bricolage = '@expo-google-fonts/bricolage-grotesque';
const plexArabic = '@expo-google-fonts/ibm-plex-sans-arabic';
const notoHebrew = '@expo-google-fonts/noto-sans-hebrew';

/** Where the build finds each face, by package path. tldraw's are the very files the canvas is set in. */
export const faceFiles: Readonly<Record<FaceName, string>> = {
  draw: `${tldraw}/Shantell_Sans-Informal_Regular.woff2`,
  drawBold: `${tldraw}/Shantell_Sans-Informal_Bold.woff2`,
  drawItalic: `${tldraw}/Shantell_Sans-Informal_Regular_Italic.woff2`,
  drawBoldItalic: `${tldraw}/Shantell_Sans-Informal_Bold_Italic.woff2`,
  sans: `${tldraw}/IBMPlexSans-Medium.woff2`,
  sansBold: `${tldraw}/IBMPlexSans-Bold.woff2`,
  sansItalic: `${tldraw}/IBMPlexSans-MediumItalic.woff2`,
  sansBoldItalic: `${tldraw}/IBMPlexSans-BoldItalic.woff2`,
  serif: `${tldraw}/IBMPlexSerif-Medium.woff2`,
  serifBold: `${tldraw}/IBMPlexSerif-Bold.woff2`,
  serifItalic: `${tldraw}/IBMPlexSerif-MediumItalic.woff2`,
  serifBoldItalic: `${tldraw}/IBMPlexSerif-BoldItalic.woff2`,
  mono: `${tldraw}/IBMPlexMono-Medium.woff2`,
  monoBold: `${tldraw}/IBMPlexMono-Bold.woff2`,
  monoItalic: `${tldraw}/IBMPlexMono-MediumItalic.woff2`,
  monoBoldItalic: `${tldraw}/IBMPlexMono-BoldItalic.woff2`,
  text: `${sourceSans}/400Regular/SourceSans3_400Regular.ttf`,
  textMedium: `${sourceSans}/500Medium/SourceSans3_500Medium.ttf`,
  textSemiBold: `${sourceSans}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  textBold: `${sourceSans}/700Bold/SourceSans3_700Bold.ttf`,
  textItalic: `${sourceSans}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`,
  textBoldItalic: `${sourceSans}/700Bold_Italic/SourceSans3_700Bold_Italic.ttf`,
  titleSemiBold: `${bricolage}/600SemiBold/BricolageGrotesque_600SemiBold.ttf`,
  titleBold: `${bricolage}/700Bold/BricolageGrotesque_700Bold.ttf`,
  arabic: `${plexArabic}/400Regular/IBMPlexSansArabic_400Regular.ttf`,
  arabicBold: `${plexArabic}/700Bold/IBMPlexSansArabic_700Bold.ttf`,
  hebrew: `${notoHebrew}/400Regular/NotoSansHebrew_400Regular.ttf`,
  hebrewBold: `${notoHebrew}/700Bold/NotoSansHebrew_700Bold.ttf`,
};
