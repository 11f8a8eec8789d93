import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check';
import type { Guide, GuidePhase } from '../../../shared/method/guide/guide.ts';
import { useLanguage, useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMethod } from '../method.ts';
import { frameName } from './frames.ts';
import styles from './Script.module.css';
import { ToolLine } from './ToolLine.tsx';

interface ScriptProps {
  readonly guide: Guide;
  /** The phase that the session is in. */
  readonly phase: number;
  readonly onPhase: (phase: number) => void;
  readonly onGoTo: (frameId: string) => void;
}

/** Minutes that the phases before this one take. */
export const minutesBefore = ({ phases }: Guide, phase: number): number =>
  phases.slice(0, phase).reduce((sum, { minutes }) => sum + minutes, 0);

/** The script of the session: what was, what is now with all that is needed for it, what comes. */
export function Script({ guide, phase, onPhase, onGoTo }: ScriptProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <ol className={styles.script} aria-label={t('guide.script')}>
      {guide.phases.map(({ title, minutes }, index) => {
        const state = index < phase ? 'done' : index === phase ? 'now' : 'next';
        return (
          <li key={title.en + String(index)} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <button type="button" className={styles.row} aria-expanded={state === 'now'} onClick={() => onPhase(index)}>
              <i aria-hidden="true">{state === 'done' && <CheckIcon weight="bold" />}</i>
              <span>{title[language]}</span>
              {state === 'done' && <span className="visually-hidden">{t('guide.phaseDone')}</span>}
              <span className="num" aria-hidden="true">
                {minutes}
              </span>
              <span className="visually-hidden">{t('guide.minutes', { count: minutes })}</span>
            </button>
            {state === 'now' && (
              <Phase phase={guide.phases[index] as GuidePhase} from={minutesBefore(guide, index)} onGoTo={onGoTo} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface PhaseProps {
  readonly phase: GuidePhase;
  readonly from: number;
  readonly onGoTo: (frameId: string) => void;
}

function Phase({ phase, from, onGoTo }: PhaseProps) {
  const t = useText();
  const { language } = useLanguage();
  const method = useMethod();
  const { hint, marks, prompts = [], frameId, minutes } = phase;
  return (
    <div className={styles.body}>
      <p className={styles.hint}>{hint[language]}</p>
      {prompts.length > 0 && (
        <ul className={styles.prompts} aria-label={t('guide.sayAloud')} lang={method.language}>
          {prompts.map((prompt) => (
            <li key={prompt.en}>
              <q>{prompt[method.language]}</q>
            </li>
          ))}
        </ul>
      )}
      {marks.length > 0 && (
        <ul className={styles.moves}>
          {marks.map((mark) => (
            <li key={mark}>
              <ToolLine mark={mark} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        {frameId !== null && (
          <Button look="line" onClick={() => onGoTo(frameId)}>
            {t('guide.goTo', { frame: frameName(method, frameId) })}
            <ArrowRightIcon aria-hidden="true" />
          </Button>
        )}
        <span className="num">{t('guide.fromTo', { from, to: from + minutes })}</span>
      </div>
    </div>
  );
}
