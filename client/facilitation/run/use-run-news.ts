import { useEffect, useEffectEvent, useRef } from 'react';
import type { PhaseId } from '../../../shared/session/agenda.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';

interface PhaseNews {
  readonly id: PhaseId;
  /** Empty until its words are there. */
  readonly title: string;
  readonly prompt: string;
}

/**
 * Says which phase everybody is in when it changes, and when a page comes to it.
 * @param phase null while no session runs on the board
 * @param elsewhere title of the board that it runs on instead
 */
export function useRunNews(phase: PhaseNews | null, elsewhere: string | null): void {
  const t = useText();
  const state = phase?.id ?? elsewhere;
  const before = useRef<string | null>(null);
  const isReadable = phase === null || phase.title !== '';
  const say = useEffectEvent(() => {
    if (phase !== null) announce(`${t('run.now', { phase: phase.title })} ${phase.prompt}`.trim());
    else announce(elsewhere === null ? t('run.ended') : t('run.elsewhere', { board: elsewhere }));
  });
  useEffect(() => {
    if (!isReadable || before.current === state) return;
    before.current = state;
    say();
  }, [state, isReadable]);
}
