import { useEffect, useEffectEvent, useRef } from 'react';
import type { PhaseId } from '../../../shared/session/agenda.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';

/**
 * Says which phase everybody is in when it changes, and when a page comes to it.
 * @param phase null while no session runs on the board; its title may come after it
 */
export function useRunNews(
  phase: { readonly id: PhaseId; readonly title: string; readonly prompt: string } | null,
): void {
  const t = useText();
  const before = useRef<PhaseId | null>(null);
  const id = phase?.id ?? null;
  const isReadable = phase === null || phase.title !== '';
  const say = useEffectEvent(() => {
    if (phase === null) announce(t('run.ended'));
    else announce(`${t('run.now', { phase: phase.title })} ${phase.prompt}`.trim());
  });
  useEffect(() => {
    if (!isReadable || before.current === id) return;
    before.current = id;
    say();
  }, [id, isReadable]);
}
