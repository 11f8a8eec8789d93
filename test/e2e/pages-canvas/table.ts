import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { cellText } from '../../../client/cards/table/cell-text.ts';
import { type ColumnId, columnsOf } from '../../../client/cards/table/columns.ts';
import { type Row, rowsOf } from '../../../client/cards/table/rows.ts';
import { createTableActions, type TableActions } from '../../../client/cards/table/table-actions.ts';
import type { TemplateId } from '../../../shared/api/templates.ts';
import { setsOf } from '../../../shared/method/behaviours/scene.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import type { CardPerson } from './cards.ts';

/** The table of somebody at a board, without its picture. */
export interface TablePerson {
  readonly actions: TableActions;
  rows(kind: CardKind): readonly Row[];
  /** What the cells of a kind say, card by card. */
  texts(kind: CardKind): readonly (readonly string[])[];
  write(kind: CardKind, row: number, column: ColumnId, text: string): void;
  /** Cards that say something else than their place does, and cards whose cells say something else than they do. */
  contradictions(kind: CardKind): readonly string[];
}

export function openTable({ editor, actions: cards, view }: CardPerson, template: TemplateId): TablePerson {
  const people = createPeople({ organisations: [], people: [], mergedOrganisations: [] }, []);
  const actions = createTableActions({ editor, actions: cards, people, template: loadTemplate(template) });
  const reader = { language: 'en', people } as const;
  const rows = (kind: CardKind) =>
    rowsOf(view(), kind, {
      organisationOf: () => undefined,
      mergedInto: () => undefined,
      isLocked: ({ shape }) => shape.isLocked,
      frameName: ({ frame }) => frame?.id ?? '',
      zoneName: ({ zone }) => zone?.id ?? '',
    });
  const textsOf = (row: Row) => columnsOf(row.kind).map((column) => cellText(row, column, reader));
  return {
    actions,
    rows,
    texts: (kind) => rows(kind).map(textsOf),
    write(kind, index, column, text) {
      const all = rows(kind);
      const row = all[index % Math.max(1, all.length)];
      if (row !== undefined) actions.write(row, column, text, column === 'title' ? row.title : '');
    },
    contradictions(kind) {
      const found: string[] = [];
      for (const row of rows(kind)) {
        const shape = editor.getShape(row.id as never) as unknown as { props: { fields: unknown } } | undefined;
        if (JSON.stringify(shape?.props.fields) !== JSON.stringify(row.fields))
          found.push(`${row.title}: other fields`);
        const card = view().cards.get(row.id);
        if (card?.frame == null || card.zone === null) continue;
        for (const [name, value] of Object.entries(setsOf(card.frame, card.zone)))
          if (row.fields[name] !== value)
            found.push(`${row.title}: ${name} is ${row.fields[name]}, ${card.zone.id}: ${value}`);
      }
      return found;
    },
  };
}
