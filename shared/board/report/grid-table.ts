import { say } from '../../method/say.ts';
import type { GridRecipe } from './board-sections.ts';
import { type BoardSource, isAlive } from './board-source.ts';
import type { TableBlock } from './report.ts';
import { tableOf } from './table.ts';

/** Between the two halves of a cell's name. */
const joint = ' · ';

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly rowName: string;
  readonly columnName: string;
  readonly place: string;
}

/** The cards of a frame of rows and columns, where the template says which zone is which cell. */
export function gridTable(recipe: GridRecipe, source: BoardSource): TableBlock | null {
  const { texts, cards, isIn, titleOf } = source;
  const cells = cellsOf(recipe, source);
  const inCell = ({ place }: Cell): string =>
    cards
      .filter((card) => isAlive(card) && isIn(card, place))
      .map(titleOf)
      .join('\n');
  const said = cells.map((cell) => ({ ...cell, text: inCell(cell) }));
  const rows = [...new Set(said.filter(({ text }) => text !== '').map(({ row }) => row))];
  const columns = [...new Map(said.map(({ column, columnName }) => [column, columnName]))];
  return tableOf(
    texts.sections[recipe.head === 'when' ? 'milestones' : 'planAndReality'],
    [
      {
        ...{ label: texts.columns[recipe.head], weight: 1.6, align: 'start' },
        cell: (row: string) => said.find((cell) => cell.row === row)?.rowName ?? '',
      },
      ...columns.map(([column, label]) => ({
        ...{ label, weight: 3, align: 'start' as const },
        cell: (row: string) => said.find((cell) => cell.row === row && cell.column === column)?.text ?? '',
      })),
    ],
    rows,
  );
}

function cellsOf({ frame, rows }: GridRecipe, { template, said }: BoardSource): readonly Cell[] {
  const zones = template.frames.find(({ id }) => id === frame)?.zones ?? [];
  return zones.flatMap(({ id, name }): Cell[] => {
    const [first, ...rest] = id.split('.');
    if (first === undefined || rest.length === 0 || name === undefined) return [];
    const [firstName = '', ...restName] = say(name, said).split(joint);
    const parts = { first, second: rest.join('.'), firstName, secondName: restName.join(joint) };
    const place = `${frame}/${id}`;
    return rows === 'first'
      ? [{ row: parts.first, column: parts.second, rowName: firstName, columnName: parts.secondName, place }]
      : [{ row: parts.second, column: parts.first, rowName: parts.secondName, columnName: firstName, place }];
  });
}
