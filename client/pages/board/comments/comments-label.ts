import type { Translate } from '../../../i18n/catalogue.ts';

interface Waiting {
  /** Threads with something new in them. */
  readonly unread: number;
  readonly isMentioned: boolean;
}

/** What opens the comments says what waits in them. */
export function commentsLabel({ unread, isMentioned }: Waiting, t: Translate): string {
  if (unread === 0) return t('comments.open');
  return t(isMentioned ? 'comments.openMention' : 'comments.openNew', { count: unread });
}
