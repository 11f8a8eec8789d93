import type { Notice, PutBackReason } from '../../../shared/protocol/messages.ts';
import type { Translate } from '../../i18n/catalogue.ts';

/** What the server did or refused, in one sentence, however many records it is about. */
export function noticeText(notice: Notice, t: Translate): string {
  switch (notice.code) {
    case 'read-only':
      return t('boardPage.refusedReadOnly');
    case 'not-stored':
      return t('boardPage.notStored');
    case 'stored-again':
      return t('boardPage.storedAgain');
    case 'put-back': {
      const reason = onlyReason(notice.records);
      return t(reason === null ? 'history.putBack-several' : `history.putBack-${reason}`);
    }
    case 'restored':
      return t(`history.restored-${notice.what}`, { by: notice.by });
  }
}

function onlyReason(records: readonly { readonly reason: PutBackReason }[]): PutBackReason | null {
  const reasons = new Set(records.map(({ reason }) => reason));
  const [first] = reasons;
  return reasons.size === 1 && first !== undefined ? first : null;
}

/**
 * Lets a sentence through once: whoever goes on pulling at something locked gets one notice, not one per pull.
 * @param quietMs for how long a sentence has to have been silent before it is worth saying again.
 */
export function createEchoGuard(quietMs: number): (text: string, nowMs: number) => boolean {
  const lastAtMs = new Map<string, number>();
  return (text, nowMs) => {
    const before = lastAtMs.get(text);
    lastAtMs.set(text, nowMs);
    return before === undefined || nowMs - before >= quietMs;
  };
}
