import { ChatTeardropTextIcon } from '@phosphor-icons/react/dist/csr/ChatTeardropText';
import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check';
import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import { SidebarSimpleIcon } from '@phosphor-icons/react/dist/csr/SidebarSimple';
import { faceWords } from '../../canvas/card-shapes/face-words.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { useMethod } from '../method.ts';

import { cellText } from './cell-text.ts';
import type { ColumnId } from './columns.ts';
import styles from './Grid.module.css';
import type { Row } from './rows.ts';

const levels = ['low', 'medium', 'high'] as const;

interface CellContentProps {
  readonly row: Row;
  readonly column: ColumnId;
  readonly onOpen: () => void;
}

/** A cell that is being read. */
export function CellContent({ row, column, onOpen }: CellContentProps) {
  const { language, people } = useMethod();
  const text = cellText(row, column, { language, people });
  switch (column) {
    case 'title':
      return <TitleCell row={row} onOpen={onOpen} />;
    case 'org': {
      const mark = row.org === null ? undefined : people.stamp(row.org);
      return (
        <span className={styles.org}>
          {mark !== undefined && <Stamp mark={mark} decorative />}
          <span className={styles.clip}>{text}</span>
        </span>
      );
    }
    case 'voice': {
      const isOfThem = row.fields.voice === 'affected' || row.fields.voice === 'heard';
      return isOfThem ? (
        <span className={styles.voice}>
          <ChatTeardropTextIcon weight="fill" aria-hidden="true" />
          <span className={styles.clip}>{text}</span>
        </span>
      ) : (
        <span className={styles.clip}>{text}</span>
      );
    }
    case 'confidence': {
      const level = levels.indexOf(row.fields.confidence as (typeof levels)[number]);
      return (
        <span className={styles.clip}>
          {level >= 0 && (
            <span className={styles.level} aria-hidden="true">
              {levels.map((name, index) => (
                <i key={name} data-on={index <= level} />
              ))}
            </span>
          )}
          {text}
        </span>
      );
    }
    case 'is_root':
    case 'planned':
    case 'consent':
      return row.fields[column] === true ? (
        <span className={styles.flag}>
          <CheckIcon weight="bold" aria-hidden="true" />
          {text}
        </span>
      ) : (
        text
      );
    default:
      return <span className={styles.clip}>{text}</span>;
  }
}

function TitleCell({ row, onOpen }: Omit<CellContentProps, 'column'>) {
  const t = useText();
  const { language } = useMethod();
  return (
    <span className={styles.title}>
      <span className={styles.words}>
        <span className={styles.clip}>{row.title}</span>
        <button
          type="button"
          tabIndex={-1}
          className={styles.reach}
          aria-label={t('table.open')}
          title={t('table.open')}
          onClick={(event) => {
            event.stopPropagation();
            onOpen();
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <SidebarSimpleIcon aria-hidden="true" />
        </button>
      </span>
      {row.fields.is_root === true && (
        <span className={styles.root} lang={language}>
          {faceWords.root[language]}
        </span>
      )}
      {row.locked && <LockSimpleIcon role="img" aria-label={t('table.locked')} className={styles.lock} />}
    </span>
  );
}
