/** What the accent colour asks of what stands on it. */
export interface Accent {
  readonly colour: string;
  /** Letters on it. */
  readonly text: string;
  readonly quiet: string;
}

const productGreen = '#143F35';
const dark = '#101816';
const black = '#000000';
const white = '#FFFFFF';
/** Least contrast of text, as WCAG 2.2 asks in 1.4.3. */
const readable = 4.5;

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(a: string, b: string): number {
  const [light = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (low + 0.05);
}

/** @param share of `a`, from 0 to 1 */
function mix(a: string, b: string, share: number): string {
  const [from, to] = [channels(b), channels(a)];
  const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** @param colour null takes the product's green */
export function accentOf(colour: string | null): Accent {
  const ground = colour ?? productGreen;
  const better = contrast(white, ground) >= contrast(dark, ground) ? white : dark;
  // On a middling colour neither is enough; black then always is.
  const text = contrast(better, ground) >= readable ? better : black;
  const softened = mix(text, ground, 0.8);
  return { colour: ground, text, quiet: contrast(softened, ground) >= readable ? softened : text };
}

/** The accent where it can be told from white paper, for rules and bars; WCAG 2.2, 1.4.11. */
export const onPaper = ({ colour }: Accent): string => (contrast(colour, white) >= 3 ? colour : mix(colour, dark, 0.5));
