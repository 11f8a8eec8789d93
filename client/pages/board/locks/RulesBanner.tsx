import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye';
import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import type { Rules } from '../../../../shared/session/rules.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { stageOf } from './use-rules-news.ts';

interface RulesBannerProps {
  /** For participants. */
  readonly rules: Rules;
  readonly leads: boolean;
  /** What one writes now is one's own, whatever is locked. */
  readonly isWritingPrivately: boolean;
  /** Undefined for who may not, or not now. */
  readonly onUnlock: (() => void) | undefined;
}

/** What participants may do on the board, where that is not everything. */
export function RulesBanner({ rules, leads, isWritingPrivately, onUnlock }: RulesBannerProps) {
  const t = useText();
  const stage = stageOf(rules);
  if (stage === 'free' || (isWritingPrivately && !leads)) return null;
  const bar = { look: 'quiet', place: 'bar', role: 'region', 'aria-label': t('locks.rules') } as const;
  if (leads)
    return (
      <Banner
        {...bar}
        icon={iconOf(stage)}
        text={
          stage === 'board-locked'
            ? t('locks.saidLocked')
            : t('locks.saidLead', { what: t(stage === 'own' ? 'agenda.allows-own' : 'agenda.allows-look') })
        }
      >
        {stage === 'board-locked' && onUnlock !== undefined && (
          <Button look="line" onClick={onUnlock}>
            {t('locks.unlockBoard')}
          </Button>
        )}
      </Banner>
    );
  if (stage === 'own') return <Banner {...bar} icon={iconOf(stage)} title={t('locks.own')} text={t('locks.ownText')} />;
  const text = t(stage === 'board-locked' ? 'locks.lookingBoard' : 'locks.lookingPhase');
  return <Banner {...bar} icon={iconOf(stage)} title={t('locks.looking')} text={text} />;
}

function iconOf(stage: ReturnType<typeof stageOf>) {
  if (stage === 'board-locked') return <LockSimpleIcon aria-hidden="true" />;
  return stage === 'own' ? <PencilSimpleIcon aria-hidden="true" /> : <EyeIcon aria-hidden="true" />;
}
