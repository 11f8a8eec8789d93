import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CreateSessionResponse } from '../../../shared/api/sessions.ts';
import type { Failure } from '../../api/call.ts';
import { createSession } from '../../api/sessions.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { workshopPath } from '../paths.ts';

export interface UsedLink {
  readonly token: string;
  /** The code that opened it; null where it asks for none. */
  readonly passcode: string | null;
}

interface Person {
  readonly name: string;
  readonly organisation: string;
  /** Left out it stays what this browser's person said before. */
  readonly nameInReport?: boolean;
  /** The same. */
  readonly remote?: boolean;
}

/** Somebody has to let them in. */
export interface Waiting {
  readonly ticket: string;
  readonly person: Person;
}

/** Joins with a link and goes on: to the board when the workshop has exactly one, else to the workshop. */
export function useJoin({ token, passcode }: UsedLink) {
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  const goIn = async ({ workshop }: CreateSessionResponse): Promise<void> => {
    const pathOf = await import('../first-path.ts').then((part) => part.firstPath).catch(() => workshopPath);
    // Replaced, so that neither the address bar nor the way back holds the token any longer.
    navigate(await pathOf(workshop.id), { replace: true });
  };

  /** @returns why not; null once inside, or told to wait. */
  const join = async (person: Person): Promise<Failure | null> => {
    setBusy(true);
    setFailure(null);
    // Comes meanwhile: nobody waits for it before they are in.
    void import('../first-path.ts').catch(() => undefined);
    const joined = await createSession({
      ...{ ...person, token, language },
      ...(passcode !== null && { passcode }),
    });
    if (!joined.ok) {
      setBusy(false);
      setFailure(joined.failure);
      setWaiting(null);
      return joined.failure;
    }
    if ('ticket' in joined.value) {
      setBusy(false);
      setWaiting({ ticket: joined.value.ticket, person });
    } else await goIn(joined.value);
    return null;
  };
  /** Back to the form. @param why null: they wait no longer of their own accord */
  const stopWaiting = (why: Failure | null) => {
    setWaiting(null);
    setFailure(why);
  };
  return { join, busy, failure, waiting, goIn, stopWaiting };
}
