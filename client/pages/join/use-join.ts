import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../../api/call.ts';
import { createSession } from '../../api/sessions.ts';
import { getWorkshop } from '../../api/workshops.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { boardPath, workshopPath } from '../paths.ts';

interface Person {
  readonly name: string;
  readonly organisation: string;
  /** Left out it stays what this browser's person said before. */
  readonly nameInReport?: boolean;
}

/** Joins with a link and goes on: to the board when the workshop has exactly one, else to the workshop. */
export function useJoin(token: string) {
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** @returns why not; null once inside. */
  const join = async (person: Person): Promise<Failure | null> => {
    setBusy(true);
    setFailure(null);
    const joined = await createSession({ ...person, token, language });
    if (!joined.ok) {
      setBusy(false);
      setFailure(joined.failure);
      return joined.failure;
    }
    const id = joined.value.workshop.id;
    const opened = await getWorkshop(id);
    const boards = opened.ok ? opened.value.boards : [];
    const [only] = boards;
    // Replaced, so that neither the address bar nor the way back holds the token any longer.
    navigate(only !== undefined && boards.length === 1 ? boardPath(id, only.id) : workshopPath(id), { replace: true });
    return null;
  };
  return { join, busy, failure };
}
