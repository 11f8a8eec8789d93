import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { SkipForwardIcon } from '@phosphor-icons/react/dist/csr/SkipForward';
import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, buttonClass, IconButton } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { useSettled } from '../../ui/use-settled.ts';
import styles from './SessionPill.module.css';

/** The phase that everybody is in. */
interface PhaseShown {
  readonly title: string;
  /** What everybody is asked, or how it stands against the plan. */
  readonly line: ReactNode;
  /** Says where it leads; undefined where the phase takes place nowhere on the board. */
  readonly goTo: { readonly label: string; readonly go: () => void } | undefined;
}

/** What a button of whoever leads does. */
interface Step {
  /** Another one is another step. */
  readonly key: string;
  readonly label: string;
  readonly busy: boolean;
  readonly act: () => void;
}

interface SessionPillProps {
  /** In the bar where it has room, or a strip of its own below; large for a room that looks at a wall. */
  readonly place: 'bar' | 'strip' | 'wall';
  readonly phase: PhaseShown | null;
  /** The board where the session is, for a page of another. */
  readonly elsewhere: { readonly title: string; readonly href: string } | null;
  readonly timer: ReactNode;
  /** To where the phase takes place, or back from there. */
  readonly way: { readonly label: string; readonly go: () => void } | null;
  readonly next: Step | null;
  /** On to the next phase although this one has something left to do. */
  readonly skip: Step | null;
}

/** What now, how long, how far: at the same place for everybody; whoever leads has the next step beside it. */
export function SessionPill({ place, phase, elsewhere, timer, way, next, skip }: SessionPillProps) {
  const t = useText();
  return (
    <section className={cx(styles.pill, styles[place])} aria-label={t('run.session')} data-session>
      {phase !== null && <PhaseTitle {...phase} />}
      {elsewhere !== null && (
        <div className={styles.phase}>
          <span className={styles.line}>{t('run.elsewhere', { board: elsewhere.title })}</span>
          <Link href={elsewhere.href} className={buttonClass({ look: 'line' })}>
            {t('run.goThere')}
          </Link>
        </div>
      )}
      {way !== null && (
        <Button look="line" onClick={way.go}>
          {way.label}
        </Button>
      )}
      {timer}
      {next !== null && <Steps next={next} skip={skip} />}
    </section>
  );
}

function Steps({ next, skip }: { readonly next: Step; readonly skip: Step | null }) {
  const isSettled = useSettled(next.key);
  const off = (step: Step) => step.busy || !isSettled;
  const once = (step: Step) => (event: MouseEvent) => {
    if (!off(step) && event.detail <= 1) step.act();
  };
  return (
    <div className={styles.steps}>
      <Button
        look="primary"
        busy={next.busy}
        aria-disabled={off(next) || undefined}
        title={next.label}
        onClick={once(next)}
      >
        <span className={styles.next}>{next.label}</span>
        <ArrowRightIcon aria-hidden="true" />
      </Button>
      {skip !== null && (
        <IconButton label={skip.label} aria-disabled={off(skip) || undefined} onClick={once(skip)}>
          <SkipForwardIcon aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

function PhaseTitle({ title, line, goTo }: PhaseShown) {
  const words = (
    <>
      <strong>{title}</strong>
      {line !== null && <span className={styles.line}>{line}</span>}
    </>
  );
  if (goTo === undefined) return <div className={styles.phase}>{words}</div>;
  return (
    <button type="button" className={styles.phase} title={goTo.label} onClick={goTo.go}>
      {words}
      <span className="visually-hidden">{goTo.label}</span>
    </button>
  );
}
