import { groupBy } from '../../method/behaviours/group.ts';
import type { CardView } from '../../method/board-view.ts';
import { clusterOf } from '../../method/cards/cluster.ts';
import { type FieldName, fieldTypes, isFieldName } from '../../method/cards/fields.ts';
import { fieldsOf } from '../../method/cards/kinds.ts';
import { say } from '../../method/say.ts';
import { fieldColumns } from '../../method/words/field-columns.ts';
import { kindWords } from '../../method/words/kinds.ts';
import type { Words } from '../export/words.ts';
import type { BoardSource } from './board-source.ts';
import type { Block, ReportItem, ReportSection } from './report.ts';
import type { ReportTexts } from './words/texts.ts';
import { labelled } from './words/words.ts';

/** All that people wrote, as they wrote it; of several boards each frame with the name of its board. */
export function verbatimSection(sources: readonly BoardSource[], texts: ReportTexts): ReportSection | null {
  const blocks = sources.flatMap((source) => {
    const before = sources.length > 1 ? `${source.board.title} · ` : '';
    return wordsByPlace(source, before);
  });
  if (blocks.length === 0) return null;
  return { id: 'verbatim', title: texts.sections.verbatim, lead: texts.verbatimLead, blocks };
}

/** By frame and zone; `before` stands in front of the name of each frame. */
function wordsByPlace(source: BoardSource, before: string): readonly Block[] {
  const frames = groupBy(source.words, ({ place }) => place.frame);
  return [...frames].flatMap(([frame, inFrame]): Block[] => {
    const heading = `${before}${frame?.props.name || source.texts.outside}`;
    // Zones of one name are one place to a reader.
    const zones = groupBy(inFrame, ({ place }) => place.zone?.props.title.trim() ?? '');
    return [
      { kind: 'heading', level: 1, text: heading },
      ...[...zones].flatMap(([title, inZone]): Block[] => {
        const items = byCluster(inZone, source).flatMap(([name, words]) => {
          const own = words.map((one) => wordsItem(one, source, true));
          return name === null ? own : [{ text: name, strong: true, detail: null, items: own }];
        });
        return [
          ...(title === '' ? [] : [{ kind: 'heading', level: 2, text: title } as const]),
          { kind: 'list', items },
        ];
      }),
    ];
  });
}

/** As on the board: clusters in the order of their first cards, what is in none last. */
function byCluster(words: readonly Words[], { view }: BoardSource): readonly [string | null, readonly Words[]][] {
  const named = groupBy(words, ({ shape }) => clusterOf(view.cards.get(shape.id)?.fields ?? {}));
  return [...named].sort(([a], [b]) => Number(a === null) - Number(b === null));
}

/** Something written, with what it is and for whom its maker spoke; never who. */
export function wordsItem({ shape, text }: Words, source: BoardSource, withFields: boolean): ReportItem {
  const organisation = source.organisationOf(shape);
  const card = source.view.cards.get(shape.id);
  if (card === undefined)
    return {
      text,
      strong: false,
      detail: [shapeName(shape.type, source.texts), organisation].filter(Boolean).join(' · '),
      items: [],
    };
  const { language } = source.said;
  const details = [
    kindWords[card.kind].name[language],
    organisation,
    source.say(card, 'voice'),
    source.say(card, 'status'),
  ];
  return {
    ...{ text: source.titleOf(card), strong: false, detail: details.filter(Boolean).join(' · ') },
    items: withFields ? writtenFields(card, source) : [],
  };
}

/** Those that are words of the card's own; what was chosen or scored stands in tables. */
function writtenFields(card: CardView, source: BoardSource): readonly ReportItem[] {
  const own = fieldsOf(card.kind);
  // Fields of another kind stay when a card changes its kind.
  const others = Object.keys(card.fields).filter((name): name is FieldName => isFieldName(name) && !own.includes(name));
  return [...own, ...others].filter(isWords).flatMap((name): ReportItem[] => {
    const text = source.say(card, name);
    if (text === '' || (name === 'note' && card.title === '')) return [];
    const label = say(fieldColumns[name], source.said);
    return [{ text: labelled(label, text, source.said.language), strong: false, detail: null, items: [] }];
  });
}

const isWords = (name: FieldName): boolean =>
  // Cards stand below the name of their cluster.
  name !== 'dismissed' && name !== 'cluster' && ['line', 'text', 'tags'].includes(fieldTypes[name].type);

function shapeName(type: string, { shapes }: ReportTexts): string {
  switch (type) {
    case 'note':
    case 'text':
    case 'arrow':
      return shapes[type];
    default:
      return shapes.drawing;
  }
}
