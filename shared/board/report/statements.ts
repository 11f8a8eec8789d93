import type { CardView } from '../../method/board-view.ts';
import { say } from '../../method/say.ts';
import { fieldLabels } from '../../method/words/field-labels.ts';
import type { StatementRecipe, ZonesRecipe } from './board-sections.ts';
import type { BoardSource } from './board-source.ts';
import type { Block, ReportItem } from './report.ts';
import { sayDay } from './words/words.ts';

/** A sentence that was settled on, and what else is said of it. */
export function statementBlocks({ of, zones, fields }: StatementRecipe, source: BoardSource): readonly Block[] {
  const cards = source.ofKind(of).filter((card) => zones.some((zone) => source.isIn(card, zone)));
  return cards.flatMap((card): Block[] => {
    const items = fields.flatMap((field): ReportItem[] => {
      const detail = source.say(card, field);
      return detail === '' ? [] : [{ text: say(fieldLabels[field], source.said), strong: true, detail, items: [] }];
    });
    const statement: Block = { kind: 'paragraph', text: source.titleOf(card) };
    return items.length === 0 ? [statement] : [statement, { kind: 'list', items }];
  });
}

export function posterBlocks(zone: string, source: BoardSource): readonly Block[] {
  const { language } = source.said;
  return source.cards
    .filter((card) => source.isIn(card, zone))
    .map((card) => {
      const { horizon, agreed_on: agreedOn } = card.fields;
      const below = [
        ...(typeof horizon === 'string' ? [sayDay(horizon, language)] : []),
        ...(typeof agreedOn === 'string' ? [source.texts.agreedOn.replace('{day}', sayDay(agreedOn, language))] : []),
      ];
      return { kind: 'poster', text: source.titleOf(card), below: below.join(' · ') || null };
    });
}

/** Each front page by itself: headline, paper and day, picture, numbers, quotes. */
export function coverBlocks(frame: string, source: BoardSource): readonly Block[] {
  const { texts, titleOf, say: sayOf } = source;
  const pages = source.view.frames.filter((page) => page.frame.id === frame).toSorted((a, b) => a.shape.x - b.shape.x);
  return pages.flatMap(({ shape }): Block[] => {
    const cards = source.cards.filter(({ frameShape }) => frameShape?.id === shape.id);
    const inZone = (zone: string): readonly CardView[] => cards.filter((card) => card.zone?.id === zone);
    const ofKind = (kind: CardView['kind']): readonly CardView[] => cards.filter((card) => card.kind === kind);
    const numbers = ofKind('kpi').map((card): ReportItem => {
      const change = [sayOf(card, 'baseline'), sayOf(card, 'target')].filter(Boolean).join(' → ');
      return item(titleOf(card), [change, sayOf(card, 'indicator')]);
    });
    const quotes = ofKind('quote').map((card) => item(titleOf(card), [sayOf(card, 'speaker'), sayOf(card, 'voice')]));
    const headings = inZone('headline').map((card): Block => ({ kind: 'heading', level: 1, text: titleOf(card) }));
    const told = [...inZone('masthead'), ...inZone('picture')];
    return [
      ...headings,
      ...told.map((card): Block => ({ kind: 'paragraph', text: titleOf(card) })),
      ...underHeading(texts.numbers, numbers),
      ...underHeading(texts.quotes, quotes),
    ];
  });
}

/** The cards of some zones, each under its name. */
export function zoneBlocks({ zones, details }: ZonesRecipe, source: BoardSource): readonly Block[] {
  return zones.flatMap((path) => {
    const [frameId, zoneId] = path.split('/');
    const frame = source.template.frames.find(({ id }) => id === frameId);
    const { title, name = title } = frame?.zones.find(({ id }) => id === zoneId) ?? {};
    const items = source.cards
      .filter((card) => source.isIn(card, path))
      .map((card) =>
        item(
          source.titleOf(card),
          details.map((field) => source.say(card, field)),
        ),
      );
    return underHeading(name === undefined ? '' : say(name, source.said), items, 1);
  });
}

const item = (text: string, details: readonly string[]): ReportItem => ({
  ...{ text, strong: false, detail: details.filter(Boolean).join(' · ') || null, items: [] },
});

const underHeading = (text: string, items: readonly ReportItem[], level: 1 | 2 = 2): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', level, text },
        { kind: 'list', items },
      ];
