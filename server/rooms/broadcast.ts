import type { Member } from './member.ts';

/** Sends a frame to everybody in a room. Other nodes that hold connections of the room join here. */
export function broadcast(members: Iterable<Member>, frame: Uint8Array, except: Member | null = null): void {
  for (const member of members) if (member !== except && member.phase === 'here') member.socket.send(frame);
}

/** The same for messages that only our own clients understand. */
export function broadcastLive(members: Iterable<Member>, frame: Uint8Array): void {
  for (const member of members) if (member.isLive && member.phase === 'here') member.socket.send(frame);
}
