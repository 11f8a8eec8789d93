import { encodeRoster, type RosterEntry } from '../../shared/protocol/messages.ts';
import { frame } from './frames.ts';
import type { Member } from './member.ts';

/** Who is in a room, one entry for each connection. */
export function encodeRosterOf(members: Iterable<Member>): Uint8Array {
  const entries: RosterEntry[] = [];
  for (const { clientId, phase, visitor } of members) {
    if (phase !== 'here') continue;
    const { participantId, name, organisationId, organisation, colour, role, remote } = visitor;
    entries.push({ clientId, participantId, name, organisationId, organisation, colour, role, remote });
  }
  return frame(encodeRoster({ entries }));
}
