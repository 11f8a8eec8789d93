import type { FileBoardSummary, ImportIntoBoardResponse } from '../../shared/api/imports.ts';
import { LeftOutList } from '../../shared/board/files/file-fault.ts';
import type { ImportPlan } from '../../shared/board/files/plan-import.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { plainText, type RichText } from '../../shared/board/rich-text.ts';
import { isContent } from '../rooms/history-records.ts';
import type { LandedBoard, LandedFile } from './land.ts';

const WORDS_MAX = 20;
const WORDS_MAX_CHARACTERS = 80;

/** What is in a board of a file. */
export function summaryOf(title: string, { id, records }: LandedBoard): FileBoardSummary {
  const content = records.filter(isContent);
  const count = (type: string) => content.filter((record) => record.type === type).length;
  const [cards, relations] = [count('card'), count('relation')];
  return { from: id, title, cards, relations, others: content.length - cards - relations };
}

/** What bringing a file into a board changes, for people. */
export function changesOf(
  { diff, unchanged, kept, refused }: ImportPlan,
  { format, leftOut }: LandedFile,
): Omit<ImportIntoBoardResponse, 'isDone'> {
  const taken = new LeftOutList();
  for (const record of refused) taken.add(String(record.type), 'id-taken', { words: wordsOf(record) });
  const added = changeOf(Object.values(diff.added));
  const changed = changeOf(Object.values(diff.updated).map(([, to]) => to));
  return { format, added, changed, unchanged, kept, leftOut: [...leftOut, ...taken.entries] };
}

function changeOf(records: readonly AnyRecord[]) {
  const words = records.map(wordsOf).filter((text) => text !== '');
  return { count: records.length, words: words.slice(0, WORDS_MAX) };
}

function wordsOf({ props }: AnyRecord): string {
  const { richText, name, title, text } = (props ?? {}) as Readonly<Record<string, unknown>>;
  const said = [richText === undefined ? '' : plainText(richText as RichText), name, title, text];
  const words = said.find((one): one is string => typeof one === 'string' && one !== '') ?? '';
  return Array.from(words.replace(/\s+/gu, ' ')).slice(0, WORDS_MAX_CHARACTERS).join('');
}
