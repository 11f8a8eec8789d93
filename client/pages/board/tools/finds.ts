import { plainText } from '../../../../shared/board/rich-text.ts';
import { type CardKind, cardKinds } from '../../../../shared/method/cards/kinds.ts';
import { kindWords } from '../../../../shared/method/words/kinds.ts';
import { listFrames as framesOf } from '../../../canvas/frames.ts';
import type { Method } from '../../../cards/method.ts';
import { cellText } from '../../../cards/table/cell-text.ts';
import { columnsOf, isField } from '../../../cards/table/columns.ts';
import { type RowReader, rowsOf } from '../../../cards/table/rows.ts';
import { holdsAll, stretchesOf, wordsOf } from './find-words.ts';

/** What can be looked for: everything on the board that says something. */
export interface Findable {
  readonly id: string;
  readonly kind: CardKind | 'frame' | 'note' | 'text' | 'geo' | 'arrow';
  readonly title: string;
  /** What else it says, and where: a field's column, or who wrote it. */
  readonly others: readonly { readonly where: Parameters<typeof cellText>[1] | 'author'; readonly text: string }[];
  /** Name of the frame that it stands in; empty outside of all. */
  readonly frame: string;
}

export interface Find extends Findable {
  /** What is shown beside the title, where that does not hold all that was looked for. */
  readonly other: Findable['others'][number] | null;
}

const ownTypes = ['note', 'text', 'geo', 'arrow'] as const;
const ownType = (type: string) => ownTypes.find((known) => known === type);

/** Frames first, then cards by kind, then what people drew and wrote beside them. */
export function findablesOf(method: Method, reader: RowReader): readonly Findable[] {
  const { editor } = method;
  const shapes = editor.getCurrentPageShapesSorted();
  const frames = framesOf(editor).flatMap(({ id, name }): Findable[] =>
    name === '' ? [] : [{ id, kind: 'frame', title: name, others: [], frame: '' }],
  );
  const nameOfFrame = (id: (typeof shapes)[number]['id']): string => {
    const middle = editor.getShapePageBounds(id)?.center;
    const around =
      middle && frames.find((frame) => editor.getShapePageBounds(frame.id as typeof id)?.containsPoint(middle));
    return around?.title ?? '';
  };
  const own = shapes.flatMap((shape): Findable[] => {
    const kind = ownType(shape.type);
    const { richText, text } = shape.props as {
      readonly richText?: Parameters<typeof plainText>[0];
      readonly text?: string;
    };
    const title = richText === undefined ? (text ?? '') : plainText(richText);
    if (kind === undefined || title === '') return [];
    return [{ id: shape.id, kind, title, others: [], frame: nameOfFrame(shape.id) }];
  });
  return [...frames, ...cardsOf(method, reader), ...own];
}

function cardsOf(method: Method, reader: RowReader): readonly Findable[] {
  const { people, language, view } = method;
  const board = view.get();
  return cardKinds.flatMap((kind) =>
    rowsOf(board, kind, reader).map((row): Findable => {
      const fields = columnsOf(kind).filter((column) => isField(column));
      const said = fields.map((where) => ({ where, text: cellText(row, where, { language, people }) }));
      const author = people.participant(board.cards.get(row.id)?.author ?? '')?.name ?? '';
      const others = [...said, { where: 'author' as const, text: author }].filter(({ text }) => text !== '');
      return { id: row.id, kind, title: row.title || kindWords[kind].name[language], others, frame: row.frame };
    }),
  );
}

/** What holds all the words of a query, those that say them in their title first; without words the frames. */
export function find(all: readonly Findable[], query: string): readonly Find[] {
  const words = wordsOf(query);
  if (words.length === 0) return all.filter(({ kind }) => kind === 'frame').map((each) => ({ ...each, other: null }));
  const found = all.filter(({ title, others }) => holdsAll([title, ...others.map(({ text }) => text)], words));
  const inTitle = (each: Findable) => holdsAll([each.title], words);
  return [
    ...found.filter(inTitle).map((each) => ({ ...each, other: null })),
    ...found
      .filter((each) => !inTitle(each))
      .map((each) => ({ ...each, other: each.others.find(({ text }) => stretchesOf(text, words).length > 0) ?? null })),
  ];
}
