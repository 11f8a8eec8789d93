import type { Member } from './member.ts';

/** Who caused a transaction of a room's document; every one has such a tag. */
export type Origin =
  | { readonly by: 'log' }
  | { readonly by: 'member'; readonly member: Member }
  /** The server itself, in answer to what somebody did. */
  | { readonly by: 'server' };
