import { discPatch, type FaceLayout, lineOf, roundCorners, type Scale } from './face-layout.ts';
import { kindIcons, signIcons } from './icons.ts';
import {
  addKindRow,
  addSigns,
  addStamp,
  addTitle,
  addTopEdge,
  edgeHeight,
  hasLock,
  isGhostFace,
  kindRowEnd,
  type Page,
  type Parts,
  sheetOf,
} from './layout-parts.ts';

const titleLeading = 1.2;
/** A card lower than this many small letters is written on closely, so that three lines stay. */
export const tightLetters = 5.5;
/** From this many small letters on a low card has room for air around its words. */
const broadLetters = 20;
/** A card keeps the row with its kind where this many lines of title stay. */
const linesBesideKind = 3;
/** Below this many small letters a foot holds nothing one could read. */
const footLetters = 9;
const voiceBar = 6;
/** A fact of which fewer small letters would be left says nothing and is left out. */
const leastFact = 7;

/** Kind, title and foot; as a node of a tree, title and foot. */
export function layoutStructured(given: Page, asNode: boolean): FaceLayout {
  const tight = given.h < tightLetters * given.scale.small;
  const broad = given.w >= broadLetters * given.scale.small;
  const page = tight ? { ...given, scale: tightScale(given.scale, broad) } : given;
  const leading = tight ? 1.14 : titleLeading;
  // Above the title, and between it and the foot.
  const air = !tight ? { top: 6, foot: 2 } : broad ? { top: 4, foot: 4 } : { top: 2, foot: 0 };
  const { content, paint, scale, w, h, textSize } = page;
  const parts: Parts = { patches: [], icons: [], texts: [] };
  addTopEdge(parts, page);
  const wide = w >= footLetters * scale.small;
  const footHeight = wide && hasFoot(page) ? scale.footHeight : 0;
  const kindPart = kindRowEnd(scale) + 4;
  const withKind = !asNode && wide && h - kindPart - footHeight - 6 >= linesBesideKind * titleLeading * textSize;
  const top = withKind ? addKindRow(parts, page) + 4 : edgeHeight + air.top;
  const barred = !wide && content.voice !== '';
  if (barred)
    parts.patches.push({
      ...{ x: 0, y: edgeHeight, w: voiceBar, h: h - edgeHeight },
      ...{ fill: { token: 'voice' }, stroke: null, radii: [0, 0, 0, 8] },
    });
  const pad = wide ? scale.pad : 8;
  const left = barred ? pad + voiceBar - 2 : pad;
  const marked = !withKind && content.mirror && !isGhostFace(content);
  const space = {
    ...{ x: left, y: top, w: w - left - pad - (marked ? scale.icon + 4 : 0) },
    h: h - top - (footHeight === 0 ? 8 : footHeight + air.foot),
  };
  const title = addTitle(parts, page, { space, leading });
  if (marked)
    parts.icons.push({
      ...{ path: signIcons.mirror, x: w - pad - scale.icon, y: top, size: scale.icon, colour: paint.ink2 },
    });
  if (footHeight > 0) addFoot(parts, page, withKind);
  return { w, h, sheet: sheetOf(page), ...parts, title };
}

const tightScale = (scale: Scale, broad: boolean): Scale => ({
  ...scale,
  ...{ pad: broad ? scale.pad : 8, icon: scale.small, footHeight: scale.small * 1.25, badgeHeight: scale.small * 1.25 },
  stampWidth: scale.small * 2,
});

/** Whether there is anything to stand in the foot at this detail. */
function hasFoot({ content, detail }: Page): boolean {
  if (isGhostFace(content)) return false;
  const { stamp, voice, root, votes, facts } = content;
  return (
    stamp !== null ||
    voice !== '' ||
    root !== '' ||
    votes !== '' ||
    hasLock(content) ||
    (detail === 'full' && facts.length > 0)
  );
}

function addFoot(parts: Parts, page: Page, kindIsSaid: boolean): void {
  const { content, paint, scale, detail, measureIn, w, h } = page;
  const { small, pad, footHeight } = scale;
  const middleY = h - footHeight / 2;
  const stamp = addStamp(parts, page, { w: scale.stampWidth, h: footHeight });
  let x = stamp === 0 ? pad : stamp + 8;
  const votes = votesWithin(page, w - pad - x, kindIsSaid);
  let right = addVotes(parts, page, votes, w - pad, middleY);
  if (!kindIsSaid && hasLock(content))
    right = addSigns(parts, { ...page, content: { ...content, mirror: false } }, right, middleY);
  if (content.root !== '') {
    const end = addBadge(parts, page, { x, right, text: content.root, ground: 'pine', letters: 'on-pine' });
    x = end === x ? x : end + 8;
  }
  if (content.voice !== '') {
    const text = detail === 'full' ? content.voice : '';
    const end = addBadge(parts, page, { x, right, text, ground: 'voice', letters: 'on-voice', icon: signIcons.voice });
    x = end === x ? x : end + 8;
  }
  if (detail !== 'full') return;
  const measure = measureIn('semi', small);
  const [first = ''] = content.facts;
  // The colour of the edge says the kind as well, what a fact says stands nowhere else.
  const iconFits =
    right - x >= scale.icon && (measure(first) > right - x || measure(first) <= right - x - scale.icon - 8);
  if (!kindIsSaid && iconFits) {
    const icon = { path: kindIcons[content.kind], size: scale.icon, colour: paint.edge };
    parts.icons.push({ ...icon, x, y: middleY - scale.icon / 2 });
    x += scale.icon + 8;
  }
  const facts = factsWithin(content.facts, right - x, measure);
  if (facts === '' || (measure(facts) > right - x && right - x < leastFact * small)) return;
  parts.texts.push(
    lineOf(facts, { x, middleY, w: right - x, face: 'semi', size: small, colour: paint.ink2 }, measureIn),
  );
}

/** As many as fit; the first one in any case, which may be cut. */
function factsWithin(facts: readonly string[], width: number, measure: (text: string) => number): string {
  const joined = facts.join(' · ');
  return facts.length <= 1 || measure(joined) <= width ? joined : factsWithin(facts.slice(0, -1), width, measure);
}

/** Of how many organisations the votes came stands back behind the badges and the first fact. */
function votesWithin({ content, scale, detail, measureIn }: Page, room: number, kindIsSaid: boolean): string {
  const { voice, root, facts, votes, votesShort } = content;
  const measure = measureIn('strong', scale.small);
  const badge = (word: string, icon: number): number =>
    word === '' ? 0 : measure(word) + icon + (2 / 3) * scale.badgeHeight + 12;
  const [fact] = detail === 'full' ? facts : [];
  const others =
    badge(root, 0) +
    badge(voice, scale.small) +
    (kindIsSaid ? 0 : scale.icon + 8) +
    (fact === undefined ? 0 : measure(fact) + 8);
  return others + measure(votes) + 2 * scale.small <= room ? votes : votesShort;
}

/** A dot and how many voted for the card. @returns where the room for others ends */
function addVotes({ patches, texts }: Parts, page: Page, votes: string, right: number, middleY: number): number {
  const { paint, scale, measureIn } = page;
  if (votes === '') return right;
  const { small } = scale;
  const width = measureIn('strong', small)(votes) + 1;
  const r = small * 0.34;
  const x = right - width;
  texts.push(lineOf(votes, { x, middleY, w: width, face: 'strong', size: small, colour: paint.vote }, measureIn));
  patches.push(discPatch(x - 5 - r, middleY, r, paint.vote));
  return x - 5 - 2 * r - 8;
}

interface Badge {
  readonly x: number;
  readonly right: number;
  readonly text: string;
  readonly ground: 'pine' | 'voice';
  readonly letters: 'on-pine' | 'on-voice';
  readonly icon?: string;
}

/** A pill with a word; with an icon the word goes where there is no room for it. @returns its right end, `x` without room */
function addBadge(parts: Parts, page: Page, { x, right, text, ground, letters, icon }: Badge): number {
  const { scale, measureIn, h } = page;
  const { small, badgeHeight, footHeight } = scale;
  const middleY = h - footHeight / 2;
  const iconSize = icon === undefined ? 0 : small;
  const inset = badgeHeight / 3;
  const word = text === '' ? 0 : measureIn('strong', small)(text) + 1;
  const full = 2 * inset + iconSize + (iconSize > 0 && word > 0 ? 4 : 0) + word;
  const room = right - x;
  const shown = full <= room ? word : 0;
  const width = shown > 0 || word === 0 ? full : icon === undefined ? room + 1 : 2 * inset + iconSize;
  if (width > room) return x;
  parts.patches.push({
    ...{ x, y: middleY - badgeHeight / 2, w: width, h: badgeHeight },
    ...{ fill: { token: ground }, stroke: null, radii: roundCorners(badgeHeight / 2) },
  });
  if (icon !== undefined)
    parts.icons.push({
      path: icon,
      x: x + inset,
      y: middleY - iconSize / 2,
      size: iconSize,
      colour: { token: letters },
    });
  if (shown > 0)
    parts.texts.push(
      lineOf(
        text,
        { x: x + width - inset - word, middleY, w: word, face: 'strong', size: small, colour: { token: letters } },
        measureIn,
      ),
    );
  return x + width;
}
