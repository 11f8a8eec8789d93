import { SquaresFourIcon } from '@phosphor-icons/react/dist/csr/SquaresFour';
import { TableIcon } from '@phosphor-icons/react/dist/csr/Table';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { BoardViewName } from './use-board-view.ts';
import styles from './ViewSwitch.module.css';

interface ViewSwitchProps {
  readonly view: BoardViewName;
  readonly onView: (view: BoardViewName) => void;
}

const icons = { board: SquaresFourIcon, table: TableIcon } as const;

/** The same cards, on the canvas or as a table. */
export function ViewSwitch({ view, onView }: ViewSwitchProps) {
  const t = useText();
  return (
    <fieldset className={styles.switch} aria-label={t('table.view')}>
      {(['board', 'table'] as const).map((name) => {
        const Icon = icons[name];
        return (
          <button
            key={name}
            type="button"
            aria-pressed={view === name}
            title={t(`table.${name}`)}
            onClick={() => onView(name)}
          >
            <Icon aria-hidden="true" />
            <span>{t(`table.${name}`)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
