import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check';
import { useState } from 'react';
import type { Guide } from '../../../shared/method/guide/guide.ts';
import { phaseFrame, phasePrompts, phaseTitle, scriptedPhase } from '../../../shared/method/guide/phase-words.ts';
import { type Agenda, minutesBefore, type Phase, type PhaseId } from '../../../shared/session/agenda.ts';
import { useLanguage, useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMethod } from '../method.ts';
import { frameName } from './frames.ts';
import styles from './Script.module.css';
import { ToolLine } from './ToolLine.tsx';

interface ScriptProps {
  readonly guide: Guide;
  readonly agenda: Agenda;
  /** The phase that the session is in. */
  readonly phaseId: PhaseId;
  /** Everybody is in it; otherwise whoever leads goes through the script alone. */
  readonly isRunning: boolean;
  /** Goes to a phase: with everybody while a session runs. */
  readonly onPhase: ((phaseId: PhaseId) => void) | undefined;
  readonly onGoTo: (frameId: string) => void;
}

/** The script of the session: what was, what is now with all that is needed for it, what comes. */
export function Script({ guide, agenda, phaseId, isRunning, onPhase, onGoTo }: ScriptProps) {
  const t = useText();
  const { language } = useLanguage();
  const at = agenda.findIndex(({ id }) => id === phaseId);
  const [looked, lookAt] = useState<{ readonly id: PhaseId; readonly from: PhaseId } | null>(null);
  // What somebody looks at in a session is for the phase that they looked from.
  const openId = isRunning && looked?.from === phaseId ? looked.id : phaseId;
  const choose = (id: PhaseId) => {
    if (isRunning) lookAt({ id, from: phaseId });
    else onPhase?.(id);
  };
  return (
    <ol className={styles.script} aria-label={t('guide.script')}>
      {agenda.map((phase, index) => {
        const { id, minutes } = phase;
        const state = index < at ? 'done' : index === at ? 'now' : 'next';
        const isOpen = id === openId;
        return (
          <li
            key={id}
            data-state={state}
            data-open={isOpen || undefined}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <button type="button" className={styles.row} aria-expanded={isOpen} onClick={() => choose(id)}>
              <i aria-hidden="true">{state === 'done' && <CheckIcon weight="bold" />}</i>
              <span>{phaseTitle(phase, guide, language)}</span>
              {state === 'done' && <span className="visually-hidden">{t('guide.phaseDone')}</span>}
              <span className="num" aria-hidden="true">
                {minutes}
              </span>
              <span className="visually-hidden">{t('guide.minutes', { count: minutes })}</span>
            </button>
            {isOpen && (
              <PhaseBody
                {...{ phase, guide, onGoTo }}
                from={minutesBefore(agenda, id)}
                onPhase={isRunning && state !== 'now' && onPhase !== undefined ? () => onPhase(id) : undefined}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface PhaseBodyProps {
  readonly phase: Phase;
  readonly guide: Guide;
  readonly from: number;
  readonly onGoTo: (frameId: string) => void;
  /** Takes everybody there; undefined for the phase that they are in. */
  readonly onPhase: (() => void) | undefined;
}

function PhaseBody({ phase, guide, from, onGoTo, onPhase }: PhaseBodyProps) {
  const t = useText();
  const { language } = useLanguage();
  const method = useMethod();
  const hint = scriptedPhase(phase, guide)?.hint[language];
  const prompts = phasePrompts(phase, guide, method.language);
  const frameId = phaseFrame(phase);
  return (
    <div className={styles.body}>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {prompts.length > 0 && (
        <ul className={styles.prompts} aria-label={t('guide.sayAloud')} lang={method.language}>
          {prompts.map((prompt) => (
            <li key={prompt}>
              <q>{prompt}</q>
            </li>
          ))}
        </ul>
      )}
      {phase.tools.length > 0 && (
        <ul className={styles.moves}>
          {phase.tools.map((read, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a phase may use the same tool twice.
            <li key={index}>
              <ToolLine read={read} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        {onPhase !== undefined && (
          <Button look="line" onClick={onPhase}>
            {t('run.setPhase')}
            <ArrowRightIcon aria-hidden="true" />
          </Button>
        )}
        {frameId !== null && (
          <Button look="line" onClick={() => onGoTo(frameId)}>
            {t('guide.goTo', { frame: frameName(method, frameId) })}
            <ArrowRightIcon aria-hidden="true" />
          </Button>
        )}
        <span className="num">{t('guide.fromTo', { from, to: from + phase.minutes })}</span>
      </div>
    </div>
  );
}
