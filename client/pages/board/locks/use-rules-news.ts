import { useEffect, useEffectEvent, useRef } from 'react';
import type { Rules } from '../../../../shared/session/rules.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { announce } from '../../../ui/announce.ts';
import { useToast } from '../../../ui/toast.ts';

type Stage = 'free' | 'own' | NonNullable<Rules['whole']>;

export const stageOf = ({ whole, isOwnOnly }: Rules): Stage => whole ?? (isOwnOnly ? 'own' : 'free');

/** Says when what participants may do on the board is another; what is locked in places has signs there. */
export function useRulesNews(rules: Rules, leads: boolean, isOpen: boolean): void {
  const t = useText();
  const toast = useToast();
  const stage = stageOf(rules);
  const before = useRef<Stage>('free');
  const say = useEffectEvent(() => {
    switch (stage) {
      case 'free':
        // A session that closes frees nobody.
        return isOpen ? toast((t) => t(leads ? 'locks.saidFreeLead' : 'locks.saidFree')) : undefined;
      case 'board-locked':
        return announce(leads ? t('locks.saidLocked') : `${t('locks.looking')}. ${t('locks.lookingBoard')}`);
      case 'phase-look':
        return announce(
          leads
            ? t('locks.saidLead', { what: t('agenda.allows-look') })
            : `${t('locks.looking')}. ${t('locks.lookingPhase')}`,
        );
      case 'own':
        return announce(
          leads ? t('locks.saidLead', { what: t('agenda.allows-own') }) : `${t('locks.own')}. ${t('locks.ownText')}`,
        );
    }
  });
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    say();
  }, [stage]);
}
