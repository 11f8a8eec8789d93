import { createHash } from 'node:crypto';
import type { AgendaResponse } from '../../shared/api/agenda.ts';
import type { TemplateId } from '../../shared/api/templates.ts';
import { scriptOf } from '../../shared/method/guide/agenda.ts';
import { guides } from '../../shared/method/guide/guides.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import type { Agenda } from '../../shared/session/agenda.ts';
import type { AgendaStore } from '../storage/agenda-store.ts';
import type { StoredBoard } from '../storage/workshop-store.ts';

/** What a session on a board of the template goes through unless somebody made it another. */
export const templateScript = (template: TemplateId): Agenda => scriptOf(guides[template]);

/**
 * What a session on a board goes through.
 * @throws StorageError when storage is out of reach.
 */
export async function readAgenda(
  store: Pick<AgendaStore, 'readAgenda'>,
  { id, template }: Pick<StoredBoard, 'id' | 'template'>,
): Promise<AgendaResponse> {
  const kept = await store.readAgenda(id);
  const agenda = kept ?? templateScript(template);
  return { agenda, isOwn: kept !== null, edition: editionOf(agenda) };
}

const editionOf = (agenda: Agenda): string =>
  createHash('sha256').update(JSON.stringify(agenda)).digest('base64url').slice(0, 22);

/** Whether a change is of what is there, or is there already: a command may be carried out twice. */
export const isChangeOf = (there: AgendaResponse, edition: string | undefined, changed: Agenda): boolean =>
  edition === undefined || edition === there.edition || editionOf(changed) === there.edition;

/** Whether what an agenda says of the script is so: pages look the words of its phases up there. */
export function isOfScript(agenda: Agenda, template: TemplateId): boolean {
  const { length } = templateScript(template);
  return agenda.every(({ scripted }) => scripted === null || scripted < length);
}

/** Before the copy itself is stored: an agenda that no board has is harmless. */
export async function copyAgenda(store: AgendaStore, from: BoardId, to: BoardId): Promise<void> {
  const kept = await store.readAgenda(from);
  if (kept !== null) await store.keepAgenda(to, kept);
}
