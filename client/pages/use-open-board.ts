import { useState } from 'react';
import { useLocation } from 'wouter';
import type { TemplateId } from '../../shared/api/templates.ts';
import type { Language } from '../../shared/api/text.ts';
import type { WorkshopId } from '../../shared/protocol/ids.ts';
import type { Failure } from '../api/call.ts';
import { createBoard, openExample } from '../api/workshops.ts';
import { boardPath } from './paths.ts';

/** Makes a board of a template, or its filled example where there is none yet, and goes there. */
export function useOpenBoard(workshopId: WorkshopId) {
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const open = async (what: 'own' | 'example', template: TemplateId, language: Language) => {
    setBusy(true);
    setFailure(null);
    const answer =
      what === 'own'
        ? await createBoard(workshopId, { template, language })
        : await openExample(workshopId, template, language);
    setBusy(false);
    if (answer.ok) navigate(boardPath(workshopId, answer.value.board.id));
    else setFailure(answer.failure);
  };
  return { open, busy, failure };
}
