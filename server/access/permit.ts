import { audiencesOf, widestAudience } from '../../shared/access/audiences.ts';
import { type Capability, can, type Role } from '../../shared/access/capabilities.ts';
import type { Audience } from '../../shared/api/boards.ts';

/** What a route or a room may be asked to do, and what it takes. Whatever is not listed is denied. */
const needed = {
  'workshop.read': 'canRead',
  'workshop.update': 'canFacilitate',
  'workshop.duplicate': 'canFacilitate',
  'me.update': 'canRead',
  'resume-link.create': 'canRead',
  'board.create': 'canFacilitate',
  'board.update': 'canFacilitate',
  'board.duplicate': 'canFacilitate',
  'example.create': 'canEdit',
  'board.export': 'canRead',
  'board.import': 'canFacilitate',
  'report-look.read': 'canRead',
  'report-look.set': 'canFacilitate',
  'image.add': 'canEdit',
  'image.read': 'canRead',
  'board.bin': 'canFacilitate',
  'board.unbin': 'canFacilitate',
  'bin.list': 'canFacilitate',
  'comment.list': 'canRead',
  'comment.create': 'canEdit',
  'comment.moderate': 'canFacilitate',
  'version.list': 'canRead',
  'version.read': 'canRead',
  'version.create': 'canFacilitate',
  'version.restore': 'canFacilitate',
  'card.send': 'canEdit',
  'deleted.list': 'canRead',
  'deleted.restore': 'canEdit',
  'contributor.list': 'canFacilitate',
  'contributor.undo': 'canFacilitate',
  'invite.create': 'canFacilitate',
  'invite.list': 'canFacilitate',
  'invite.rotate': 'canFacilitate',
  'invite.revoke': 'canFacilitate',
  'session.read': 'canRead',
  'door.set': 'canFacilitate',
  'guest.list': 'canFacilitate',
  'guest.admit': 'canFacilitate',
  'guest.decline': 'canFacilitate',
  'workshop.close': 'canFacilitate',
  'workshop.reopen': 'canFacilitate',
  'timer.start': 'canFacilitate',
  'timer.pause': 'canFacilitate',
  'timer.resume': 'canFacilitate',
  'timer.add': 'canFacilitate',
  'timer.stop': 'canFacilitate',
  'run.start': 'canFacilitate',
  'run.end': 'canFacilitate',
  'phase.set': 'canFacilitate',
  'lock.set': 'canFacilitate',
  'spotlight.start': 'canFacilitate',
  'spotlight.frame': 'canFacilitate',
  'spotlight.stop': 'canFacilitate',
  gather: 'canFacilitate',
  'reaction.send': 'canRead',
  'hand.raise': 'canEdit',
  'hand.lower': 'canEdit',
  'floor.give': 'canFacilitate',
  'floor.end': 'canFacilitate',
  'floor.dismiss': 'canFacilitate',
  'round.begin': 'canFacilitate',
  'round.leave-out': 'canFacilitate',
  'round.end': 'canFacilitate',
  'balance.read': 'canFacilitate',
  'breakouts.start': 'canFacilitate',
  'breakouts.join': 'canEdit',
  'breakouts.merge': 'canFacilitate',
  'agenda.read': 'canFacilitate',
  'agenda.set': 'canFacilitate',
  'voting.open': 'canFacilitate',
  'voting.close': 'canFacilitate',
  'voting.read': 'canRead',
  'ballot.cast': 'canEdit',
  'private-writing.start': 'canFacilitate',
  'private-writing.reveal': 'canFacilitate',
  'private-writing.publish': 'canEdit',
  'participant.update': 'canFacilitate',
  'participant.remove': 'canFacilitate',
  'organisation.rename': 'canFacilitate',
  'organisation.merge': 'canFacilitate',
  'room.open': 'canRead',
  'room.write': 'canEdit',
  'own-room.open': 'canEdit',
  'room.be-present': 'canEdit',
} as const satisfies Record<string, Capability>;

export type Action = keyof typeof needed;

export const permit = (role: Role, action: Action): boolean => {
  const capability = Object.hasOwn(needed, action) ? needed[action] : undefined;
  return capability !== undefined && can(role, capability);
};

/** What may be done with an example, which nobody writes on; whatever is not listed is denied. */
const allowedOnExamples: ReadonlySet<Action> = new Set<Action>([
  'board.export',
  'board.bin',
  'board.unbin',
  'comment.list',
  'version.list',
  'version.read',
  'deleted.list',
  'contributor.list',
  'room.open',
  // Nobody votes on them; a report asks every board alike.
  'voting.read',
]);

/** The same for one board. */
export const permitOnBoard = (role: Role, action: Action, { example }: { readonly example: boolean }): boolean =>
  permit(role, action) && (!example || allowedOnExamples.has(action));

/** Whoever opens the room of an example reads it. */
export const roleOnBoard = (role: Role, { example }: { readonly example: boolean }): Role =>
  example ? 'viewer' : role;

/** What changes boards, or which there are: nobody does while the session is closed. Rooms look after what is written live. */
const frozen: ReadonlySet<Action> = new Set<Action>([
  'board.create',
  'board.update',
  'board.duplicate',
  'board.import',
  'board.bin',
  'board.unbin',
  'version.restore',
  'deleted.restore',
  'contributor.undo',
  'image.add',
  'private-writing.publish',
  'card.send',
  'ballot.cast',
]);

export const isWhileOpen = (action: Action): boolean => frozen.has(action);

/** @returns for whom this role may export: what it asked for, by default all it may read; null when it asked for more. */
export function permitAudience(role: Role, asked: Audience | undefined): Audience | null {
  if (asked === undefined) return widestAudience(role);
  return audiencesOf(role).includes(asked) ? asked : null;
}
