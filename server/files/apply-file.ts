import { imagePath, parseImagePath } from '../../shared/api/images.ts';
import type { Language } from '../../shared/api/text.ts';
import { isEmptyDiff } from '../../shared/board/diff.ts';
import { type ImportPlan, planImport } from '../../shared/board/files/plan-import.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import type { ImageId } from '../../shared/protocol/ids.ts';
import { textLimits } from '../../shared/protocol/limits.ts';
import type { Visitor } from '../access/visitor.ts';
import { isContent } from '../rooms/history-records.ts';
import { writeRestored } from '../rooms/history-restore.ts';
import { recordLimits } from '../rooms/review/limits.ts';
import type { Room } from '../rooms/room.ts';
import { asLine } from './board-facts.ts';
import type { LandedBoard } from './land.ts';
import type { TakenPicture } from './take-pictures.ts';

/**
 * Of several boards of a file the one that shares most with what is on this one.
 * @param kept pictures that this one can show
 */
export function boardFor({ records }: Room, boards: readonly LandedBoard[], kept: ReadonlySet<ImageId>) {
  const shared = (board: LandedBoard) => board.records.filter((record) => isContent(record) && records.has(record.id));
  const [best] = boards.map((board) => ({ board, count: shared(board).length })).sort((a, b) => b.count - a.count);
  if (best === undefined) throw new Error('a file without boards');
  const { audience, pictures } = best.board;
  const brought = new Set<unknown>(pictures.map(({ id }) => imagePath(id)));
  // Who has the picture already goes on showing that one: in a file it has no address. One that nothing showed for long
  // may be gone.
  const own = (record: AnyRecord) => {
    const now = record.typeName === 'asset' ? records.get(record.id) : undefined;
    if (now === undefined) return record;
    const id = parseImagePath(String(sourceOf(now)));
    const isGone = id !== null && !kept.has(id);
    return isGone && brought.has(sourceOf(record)) ? record : now;
  };
  return {
    audience,
    pictures,
    records: new Map(best.board.records.map((record) => [record.id as string, own(record)])),
  };
}

const versionNames: Readonly<Record<Language, string>> = {
  en: 'Before the file',
  nl: 'Voor het bestand',
  fr: 'Avant le fichier',
  de: 'Vor der Datei',
};

const sourceOf = ({ props }: AnyRecord): unknown => (props as { src?: unknown } | undefined)?.src;

/** On whose board, and by whom. */
interface FileVisit {
  readonly language: Language;
  readonly visitor: Visitor;
  /** Whether nobody may change the board in this very turn. */
  readonly isClosedNow: () => boolean;
}

/**
 * Makes one edit of a file, and keeps the board as it was before it. Nothing happens where the board would get too large,
 * or its session was closed meanwhile.
 */
export async function applyFile(
  room: Room,
  { language, visitor, isClosedNow }: FileVisit,
  file: ReturnType<typeof boardFor>,
  fileName: string,
  keepPictures: (pictures: readonly TakenPicture[]) => Promise<boolean>,
): Promise<ImportPlan | 'file-too-much' | 'pictures-full' | 'session-closed'> {
  const fits = (plan: ImportPlan) => room.records.size + Object.keys(plan.diff.added).length <= recordLimits.recordsMax;
  const before = planImport(room.records, file);
  if (!fits(before)) return 'file-too-much';
  if (isEmptyDiff(before.diff)) return before;
  const { added, updated } = before.diff;
  const written = [...Object.values(added), ...Object.values(updated).map(([, to]) => to)];
  const named = new Set(written.map(sourceOf));
  if (!(await keepPictures(file.pictures.filter(({ id }) => named.has(imagePath(id)))))) return 'pictures-full';
  const { participantId, role, name: by } = visitor;
  const name = asLine(`${versionNames[language]} ${fileName}`).slice(0, textLimits.versionName).trim();
  await room.history.keep('named', { name, by: participantId });
  if (isClosedNow()) return 'session-closed';
  let plan = before;
  const changes = await room.edit({ participantId, role }, (doc, records) => {
    // The board may have gone on while the version was stored.
    plan = planImport(records, file);
    if (fits(plan)) writeRestored(doc, plan.diff);
  });
  if (!fits(plan)) return 'file-too-much';
  if (!isEmptyDiff(changes)) room.announce({ code: 'restored', what: 'file', by });
  return plan;
}
