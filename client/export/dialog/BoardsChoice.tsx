import type { Board } from '../../../shared/api/workshops.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Check } from '../../ui/Check.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Segments } from '../../ui/Segments.tsx';
import styles from './BoardsChoice.module.css';

export type BoardScope = 'this' | 'workshop' | 'some';

interface BoardsChoiceProps {
  /** The board of the page; null on the page of a workshop. */
  readonly open: Board | null;
  /** In the order of the report. */
  readonly boards: readonly Board[];
  readonly scope: BoardScope;
  readonly onScope: (scope: BoardScope) => void;
  readonly chosen: ReadonlySet<BoardId>;
  readonly onChosen: (chosen: ReadonlySet<BoardId>) => void;
}

/** Nothing to choose where there is only the board that is open. */
export function BoardsChoice({ open, boards, scope, onScope, chosen, onChosen }: BoardsChoiceProps) {
  const t = useText();
  if (boards.length < 2) return null;
  const scopes: readonly BoardScope[] = open === null ? ['workshop', 'some'] : ['this', 'workshop', 'some'];
  const toggle = (id: BoardId, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    onChosen(next);
  };
  return (
    <div className={styles.boards}>
      <Segments
        legend={t('export.boards')}
        value={scope}
        onChange={onScope}
        options={scopes.map((value) => ({ value, label: t(`export.scope-${value}`) }))}
      />
      {scope === 'some' && (
        <fieldset>
          <legend className="visually-hidden">{t('export.chooseBoards')}</legend>
          {boards.map(({ id, title, example }) => (
            <Check key={id} checked={chosen.has(id)} onChange={(isChosen) => toggle(id, isChosen)}>
              {title} {example && <Chip>{t('export.exampleBoard')}</Chip>}
            </Check>
          ))}
          {chosen.size === 0 && (
            <p role="alert" className={styles.none}>
              {t('export.noBoards')}
            </p>
          )}
        </fieldset>
      )}
    </div>
  );
}
