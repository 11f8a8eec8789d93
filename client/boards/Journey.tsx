import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import type { Board } from '../../shared/api/workshops.ts';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { BoardTiles, type BoardTilesProps } from './BoardTiles.tsx';
import styles from './Journey.module.css';
import { type Step, steps, templateFacts, templateOrder } from './templates.ts';

interface JourneyProps extends BoardTilesProps {
  /** Absent for those who may not add boards. */
  readonly onAdd?: ((step: Step) => void) | undefined;
}

const stepOf = (board: Board): Step | null => templateFacts[board.template].step;
const hasTemplates = (step: Step): boolean => templateOrder.some((id) => templateFacts[id].step === step);

/** The boards of a workshop along the four steps; those that belong to none stand below. */
export function Journey({ boards, onAdd, ...tiles }: JourneyProps) {
  const t = useText();
  const others = boards.filter((board) => stepOf(board) === null);
  return (
    <div>
      <ol className={styles.journey}>
        {steps.map((step) => (
          <JourneyStep
            key={step}
            step={step}
            boards={boards.filter((board) => stepOf(board) === step)}
            {...tiles}
            onAdd={hasTemplates(step) ? onAdd : undefined}
          />
        ))}
      </ol>
      {others.length > 0 && (
        <section className={styles.others} aria-labelledby="other-boards">
          <h2 id="other-boards">{t('workshop.otherBoards')}</h2>
          <BoardTiles boards={others} {...tiles} />
        </section>
      )}
    </div>
  );
}

function JourneyStep({ step, boards, onAdd, ...tiles }: JourneyProps & { readonly step: Step }) {
  const t = useText();
  return (
    <li className={cx(boards.length > 0 && styles.begun)}>
      <header>
        <span className={cx('num', styles.number)} aria-hidden="true">
          {step}
        </span>
        <h2>
          <span className="visually-hidden">{t('workshop.step', { count: step })}: </span>
          {t(`workshop.step-${step}`)}
        </h2>
        <p>{t(`workshop.about-step-${step}`)}</p>
      </header>
      <BoardTiles boards={boards} {...tiles} />
      {onAdd !== undefined ? (
        <div className={styles.add}>
          <Button look="quiet" onClick={() => onAdd(step)}>
            <PlusIcon aria-hidden="true" />
            {t('workshop.addBoard')}
          </Button>
        </div>
      ) : (
        boards.length === 0 && <p className={styles.none}>{t('workshop.noBoardsInStep')}</p>
      )}
    </li>
  );
}
