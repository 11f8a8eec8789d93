import { useEffect, useState } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { OpenRoom } from '../../sync/open-room.ts';
import { useToast } from '../../ui/toast.ts';
import type { LostRecord } from './locks/LostWords.tsx';
import { createEchoGuard, noticeText } from './notice-text.ts';

/** For how long the same refusal is not said again. */
const echoMs = 8_000;

/** What the server did or refused is said in a sentence. @returns the words that nobody has now, as a state */
export function useNotices(room: OpenRoom) {
  const t = useText();
  const toast = useToast();
  const [isFresh] = useState(() => createEchoGuard(echoMs));
  const lost = useState<readonly LostRecord[]>([]);
  const [, setLost] = lost;
  useEffect(
    () =>
      room.onNotice((notice) => {
        const mayEcho = notice.code === 'put-back' || notice.code === 'read-only';
        const words = notice.code === 'put-back' ? notice.records.filter((record) => record.words !== undefined) : [];
        // Where words went back, that stands with them.
        if (words.length > 0) setLost((before) => [...before, ...words]);
        else if (!mayEcho || isFresh(noticeText(notice, t), Date.now())) toast((words) => noticeText(notice, words));
      }),
    [room, t, toast, isFresh],
  );
  return lost;
}
