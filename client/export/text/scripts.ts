/** Scripts whose letters stand in files of their own, which come when the first such letter does. */
export const scripts = ['arabic', 'hebrew', 'han', 'hangul', 'emoji'] as const;
export type Script = (typeof scripts)[number];

/** From and to, both included. Where a sign belongs to several scripts, as punctuation does, it belongs to none here. */
export type Range = readonly [from: number, to: number];
const ranges: Readonly<Record<Exclude<Script, 'emoji'>, readonly Range[]>> = {
  arabic: [
    [0x0600, 0x06ff],
    [0x0750, 0x077f],
    [0x08a0, 0x08ff],
    [0xfb50, 0xfdff],
    [0xfe70, 0xfefc],
  ],
  hebrew: [
    [0x0590, 0x05ff],
    [0xfb1d, 0xfb4f],
  ],
  han: [
    [0x2e80, 0x2fdf],
    [0x2ff0, 0x312f],
    [0x3190, 0x33ff],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
    [0xfe10, 0xfe1f],
    [0xfe30, 0xfe6f],
    [0xff00, 0xff9f],
    [0xffe0, 0xffef],
    [0x20000, 0x3ffff],
  ],
  hangul: [
    [0x1100, 0x11ff],
    [0x3130, 0x318f],
    [0xa960, 0xa97f],
    [0xac00, 0xd7ff],
    [0xffa0, 0xffdf],
  ],
};

/** What joins emoji to one: joiner, keycap, variation, tags of a flag. */
const joiners: readonly Range[] = [
  [0x200d, 0x200d],
  [0x20e3, 0x20e3],
  [0xfe0e, 0xfe0f],
  [0xe0020, 0xe007f],
];
/** Without what text faces have as a letter, such as arrows and digits. */
const emojiSign = /^[\u231a-\u24c1\u24c3-\u25a9\u25c1-\u265f\u2667-\u{1faff}]$/u;

let emojiRanges: readonly Range[] | null = null;
function rangesOfEmoji(): readonly Range[] {
  if (emojiRanges !== null) return emojiRanges;
  const found: [number, number][] = [];
  for (let codePoint = 0x231a; codePoint <= 0x1faff; codePoint += codePoint === 0x3299 ? 0x1f000 - 0x3299 : 1) {
    if (!isEmojiSign(codePoint)) continue;
    const last = found.at(-1);
    if (last !== undefined && last[1] === codePoint - 1) last[1] = codePoint;
    else found.push([codePoint, codePoint]);
  }
  emojiRanges = [...joiners, ...found];
  return emojiRanges;
}

function isEmojiSign(codePoint: number): boolean {
  const sign = String.fromCodePoint(codePoint);
  return emojiSign.test(sign) && /\p{Emoji}/u.test(sign);
}

const within = (list: readonly Range[], codePoint: number): boolean =>
  list.some(([from, to]) => codePoint >= from && codePoint <= to);

export const rangesOf = (script: Script): readonly Range[] => (script === 'emoji' ? rangesOfEmoji() : ranges[script]);

export function scriptOf(codePoint: number): Script | null {
  if (codePoint < 0x0590 || (codePoint >= 0x0900 && codePoint < 0x1100)) return null;
  if (isEmojiSign(codePoint)) return 'emoji';
  return scripts.find((script) => script !== 'emoji' && within(ranges[script], codePoint)) ?? null;
}

/** As in `unicode-range` of CSS. */
export const unicodeRange = (list: readonly Range[]): string =>
  list.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(',');

/** A part of a list of ranges that lies in another. */
export const intersect = (a: readonly Range[], b: readonly Range[]): Range[] =>
  a.flatMap(([from, to]) =>
    b.flatMap(([start, end]): Range[] =>
      Math.max(from, start) <= Math.min(to, end) ? [[Math.max(from, start), Math.min(to, end)]] : [],
    ),
  );

/** One picture: shown as such by itself, by a variation sign, as a keycap or as a flag. */
const picture = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[#*0-9]\ufe0f?\u20e3|\p{RI}{2}/u;
/** @param letter a grapheme */
export const isPicture = (letter: string): boolean => picture.test(letter);

/** Letters read from the right, digits of their scripts aside; and the mark that says so of what has no letter. */
const leftward =
  /[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/;
/** Whether a run, which has one direction, is read from the right. */
export const isLeftward = (run: string): boolean => leftward.test(run);

/** Put before signs without letters where they are read from the right: brackets turn there. */
const leftwardMark = '\u200f';
export const markLeftward = (run: string): string => (isLeftward(run) || run.trim() === '' ? run : leftwardMark + run);

/** Family of these scripts in CSS, for pictures that name their families themselves. */
export const scriptsFamily = 'commonboard-scripts';

const anyScript =
  /[\u0590-\u08ff\u1100-\u11ff\u2300-\u33ff\u3400-\u9fff\ua960-\ud7ff\uf900-\ufdff\ufe10-\uffef]|\u20e3|[\ud83c-\ud83e\ud840-\ud88d]/;
/** Cheap, and wrong only in saying yes too often. */
export const mayHaveScripts = (text: string): boolean => anyScript.test(text);
