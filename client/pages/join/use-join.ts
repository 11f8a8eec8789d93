import { useState } from 'react';
import { useLocation } from 'wouter';
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
}

/** Joins with a link and goes on: to the board when the workshop has exactly one, else to the workshop. */
export function useJoin({ token, passcode }: UsedLink) {
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** @returns why not; null once inside. */
  const join = async (person: Person): Promise<Failure | null> => {
    setBusy(true);
    setFailure(null);
    // Comes meanwhile: nobody waits for it before they are in.
    const firstPath = import('../first-path.ts').then((part) => part.firstPath).catch(() => workshopPath);
    const joined = await createSession({
      ...{ ...person, token, language },
      ...(passcode !== null && { passcode }),
    });
    if (!joined.ok) {
      setBusy(false);
      setFailure(joined.failure);
      return joined.failure;
    }
    // Replaced, so that neither the address bar nor the way back holds the token any longer.
    const pathOf = await firstPath;
    navigate(await pathOf(joined.value.workshop.id), { replace: true });
    return null;
  };
  return { join, busy, failure };
}
