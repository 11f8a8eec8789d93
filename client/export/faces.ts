/** Families as the display list names them: tldraw's four, then the interface's text and title faces. */
export const fontFamilies = ['draw', 'sans', 'serif', 'mono', 'text', 'title'] as const;
export type FontFamily = (typeof fontFamilies)[number];

/** What the face of a text is chosen by. */
export interface TextStyle {
  readonly family: FontFamily;
  readonly weight: number;
  readonly italic: boolean;
}

/** Families of scripts that no other has; texts never name them, letters find them. */
export type ScriptFamily = 'arabic' | 'hebrew';

interface Face {
  readonly family: FontFamily | ScriptFamily;
  /** As CSS asks for it: tldraw's faces are Medium, and its style sheet calls them normal. */
  readonly weight: number;
  readonly italic: boolean;
}

export const faces = {
  draw: { family: 'draw', weight: 400, italic: false },
  drawBold: { family: 'draw', weight: 700, italic: false },
  drawItalic: { family: 'draw', weight: 400, italic: true },
  drawBoldItalic: { family: 'draw', weight: 700, italic: true },
  sans: { family: 'sans', weight: 400, italic: false },
  sansBold: { family: 'sans', weight: 700, italic: false },
  sansItalic: { family: 'sans', weight: 400, italic: true },
  sansBoldItalic: { family: 'sans', weight: 700, italic: true },
  serif: { family: 'serif', weight: 400, italic: false },
  serifBold: { family: 'serif', weight: 700, italic: false },
  serifItalic: { family: 'serif', weight: 400, italic: true },
  serifBoldItalic: { family: 'serif', weight: 700, italic: true },
  mono: { family: 'mono', weight: 400, italic: false },
  monoBold: { family: 'mono', weight: 700, italic: false },
  monoItalic: { family: 'mono', weight: 400, italic: true },
  monoBoldItalic: { family: 'mono', weight: 700, italic: true },
  text: { family: 'text', weight: 400, italic: false },
  textMedium: { family: 'text', weight: 500, italic: false },
  textSemiBold: { family: 'text', weight: 600, italic: false },
  textBold: { family: 'text', weight: 700, italic: false },
  textItalic: { family: 'text', weight: 400, italic: true },
  textBoldItalic: { family: 'text', weight: 700, italic: true },
  titleSemiBold: { family: 'title', weight: 600, italic: false },
  titleBold: { family: 'title', weight: 700, italic: false },
  arabic: { family: 'arabic', weight: 400, italic: false },
  arabicBold: { family: 'arabic', weight: 700, italic: false },
  hebrew: { family: 'hebrew', weight: 400, italic: false },
  hebrewBold: { family: 'hebrew', weight: 700, italic: false },
} as const satisfies Readonly<Record<string, Face>>;

export type FaceName = keyof typeof faces;
const entries = Object.entries(faces) as readonly [FaceName, Face][];

/** Where to look for a letter that a family lacks: draw and mono have no Greek, title neither Greek nor Cyrillic. */
const fallbacks: Readonly<Record<FontFamily, readonly FontFamily[]>> = {
  draw: ['sans', 'text'],
  sans: ['text'],
  serif: ['sans', 'text'],
  mono: ['sans', 'text'],
  text: ['sans'],
  title: ['text', 'sans'],
};

/** The face nearest to what CSS asks for; slant counts for more than weight. */
export function faceFor(family: FontFamily | ScriptFamily, weight: number, italic: boolean): FaceName {
  const distance = (face: Face): number => Math.abs(face.weight - weight) + (face.italic === italic ? 0 : 1000);
  const own = entries.filter(([, face]) => face.family === family);
  const [nearest] = own.reduce((best, entry) => (distance(entry[1]) < distance(best[1]) ? entry : best));
  return nearest;
}

/** The face itself first, then those that stand in for it. */
export function faceChain(family: FontFamily, weight: number, italic: boolean): readonly FaceName[] {
  return [family, ...fallbacks[family]].map((each) => faceFor(each, weight, italic));
}
