import type { TLShapeId } from '@tldraw/tlschema';
import type { TemplateId } from '../../../../shared/api/templates.ts';
import type { Language } from '../../../../shared/api/text.ts';
import type { CardShape, RelationShape } from '../../../../shared/board/card-shapes.ts';
import type { BoardView, CardView, MirrorView } from '../../../../shared/method/board-view.ts';
import type { Fields } from '../../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../../shared/method/cards/kinds.ts';
import { actorMapHelp } from '../../../../shared/method/help/actor-map.ts';
import { type BoardHelp, findHelp } from '../../../../shared/method/help/find-help.ts';
import type { Finding, HelpInput } from '../../../../shared/method/help/finding.ts';
import { lessonsLearntHelp } from '../../../../shared/method/help/lessons-learnt.ts';
import { rootCauseTreeHelp } from '../../../../shared/method/help/root-cause-tree.ts';
import { visioningHelp } from '../../../../shared/method/help/visioning.ts';
import { loadTemplate } from '../../../../shared/method/templates.ts';

export type HelpedBoard = Exclude<TemplateId, 'blank'>;

export const helps: Readonly<Record<HelpedBoard, BoardHelp>> = {
  'root-cause-tree': rootCauseTreeHelp,
  'actor-map': actorMapHelp,
  visioning: visioningHelp,
  'lessons-learnt': lessonsLearntHelp,
};

export interface CardSpec {
  readonly id: string;
  readonly kind: CardKind;
  readonly title?: string;
  /** `frame/zone`; by default on the page, outside of every frame. */
  readonly at?: string;
  /** More places of the same card. */
  readonly also?: readonly string[];
  readonly fields?: Fields | undefined;
  readonly author?: string;
  readonly createdAtMs?: number;
  readonly isGhost?: boolean;
}

export interface EdgeSpec {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationShape['props']['kind'];
  readonly props?: Partial<RelationShape['props']>;
}

/** Noon on 16 November 2026. */
export const nowMs = Date.UTC(2026, 10, 16, 12);

const idOf = (id: string): TLShapeId => `shape:${id}` as TLShapeId;

function spotOf(
  template: HelpedBoard,
  path: string | undefined,
): Pick<CardView, 'frame' | 'zone' | 'frameShape' | 'zoneShape'> {
  const [frameId, zoneId] = path?.split('/') ?? [];
  const frame = loadTemplate(template).frames.find(({ id }) => id === frameId) ?? null;
  const zone = frame?.zones.find(({ id }) => id === zoneId) ?? null;
  if (path !== undefined && (frame === null || (zoneId !== undefined && zone === null))) throw new Error(`no ${path}`);
  return { frame, zone, frameShape: null, zoneShape: null };
}

export function viewOf(template: HelpedBoard, cards: readonly CardSpec[], edges: readonly EdgeSpec[] = []): BoardView {
  const views = cards.map(
    ({ id, kind, title = `card ${id}`, at, fields = {}, author, createdAtMs, isGhost = false }): CardView => ({
      ...spotOf(template, at),
      ...{ id: idOf(id), kind, title, fields, isGhost, centre: { x: 0, y: 0 } },
      shape: { id: idOf(id), type: 'card', isLocked: false } as unknown as CardShape,
      author: author ?? null,
      createdAtMs: createdAtMs ?? null,
    }),
  );
  const byId = new Map<string, CardView>(views.map((card) => [card.id, card]));
  const mirrors = cards.flatMap(({ id, also = [] }) =>
    also.flatMap((at): MirrorView[] => {
      const card = byId.get(idOf(id));
      const shape = {} as MirrorView['shape'];
      return card === undefined ? [] : [{ ...spotOf(template, at), shape, card, centre: card.centre }];
    }),
  );
  const relations = edges.map(
    ({ from, to, kind, props }, number) =>
      ({
        id: `shape:edge.${String(number).padStart(3, '0')}`,
        type: 'relation',
        props: { from: idOf(from), to: idOf(to), kind, tie: 'collaboration', state: 'working', strength: 2, ...props },
      }) as unknown as RelationShape,
  );
  return { cards: byId, mirrors, relations, frames: [] };
}

export interface Around extends Partial<Omit<HelpInput, 'view' | 'template'>> {
  readonly edges?: readonly EdgeSpec[];
}

export function inputOf(template: HelpedBoard, view: BoardView, around: Omit<Around, 'edges'> = {}): HelpInput {
  return {
    ...{ view, template: loadTemplate(template), language: 'en', organisations: [], authors: new Map() },
    ...{ agreedTitles: new Map(), dismissed: [], nowMs },
    ...around,
  };
}

/** What help finds on a board of these cards. */
export function helpOn(
  template: HelpedBoard,
  cards: readonly CardSpec[],
  { edges, ...around }: Around = {},
): readonly Finding[] {
  return findHelp(inputOf(template, viewOf(template, cards, edges), around), helps[template]);
}

/** `rule card`, or the rule alone where it is about the board. */
export const short = ({ key, cardId }: Finding): string =>
  cardId === null ? key : `${key} ${cardId.replace('shape:', '')}`;

/** Only what one rule finds. */
export const findingsOf = (rule: string, findings: readonly Finding[]): readonly string[] =>
  findings.filter((finding) => finding.rule === rule).map(short);

export const languages: readonly Language[] = ['en', 'nl', 'fr', 'de'];
