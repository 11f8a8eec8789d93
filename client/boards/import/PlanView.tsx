import type {
  FileBoardSummary,
  ImportBoardsResponse,
  ImportIntoBoardResponse,
  LeftOut,
} from '../../../shared/api/imports.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './PlanView.module.css';

/** Boards of a file, and what is on each. */
export function Boards({ file, content }: { readonly file: File; readonly content: ImportBoardsResponse }) {
  const t = useText();
  return (
    <section className={styles.part}>
      <h3>{t('files.holds', { name: file.name })}</h3>
      <ul className={styles.boards}>
        {content.boards.map((board, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: boards of a file have no other name.
          <li key={index}>
            <b>{board.title}</b> <Holds board={board} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Holds({ board: { cards, relations, others } }: { readonly board: FileBoardSummary }) {
  const t = useText();
  const parts = [
    cards > 0 && t('files.cards', { count: cards }),
    relations > 0 && t('files.relations', { count: relations }),
    others > 0 && t('files.others', { count: others }),
  ].filter((part) => part !== false);
  return <span className="muted">{parts.length > 0 ? parts.join(' · ') : t('files.empty')}</span>;
}

/** What a file changes on a board that is there. */
export function Changes({ update }: { readonly update: ImportIntoBoardResponse }) {
  const t = useText();
  const { added, changed, unchanged, kept } = update;
  if (added.count + changed.count === 0) return <p role="status">{t('files.nothingToDo')}</p>;
  return (
    <section className={styles.part} role="status">
      <ul className={styles.changes}>
        {added.count > 0 && (
          <li>
            {t('files.added', { count: added.count })}
            <Words {...added} />
          </li>
        )}
        {changed.count > 0 && (
          <li>
            {t('files.changed', { count: changed.count })}
            <Words {...changed} />
          </li>
        )}
        {unchanged > 0 && <li className="muted">{t('files.unchanged', { count: unchanged })}</li>}
        {kept > 0 && <li className="muted">{t('files.kept', { count: kept })}</li>}
      </ul>
      <p className="muted small">{t('files.versionKept')}</p>
    </section>
  );
}

const wordsShown = 5;

/** The first of them in their own words. */
function Words({ count, words }: { readonly count: number; readonly words: readonly string[] }) {
  const t = useText();
  const shown = words.slice(0, wordsShown);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.words}>
      {shown.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two cards may say the same.
        <li key={index}>{text}</li>
      ))}
      {count > shown.length && <li>{t('files.andMore', { count: count - shown.length })}</li>}
    </ul>
  );
}

/** What could not be taken as it is, each with what becomes of it. */
export function NotAsItIs({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const t = useText();
  if (leftOut.length === 0) return null;
  return (
    <section className={styles.leftOut}>
      <h3>{t('files.leftOut')}</h3>
      <ul>
        {leftOut.map(({ kind, reason, isBox, count, words }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
          <li key={index}>
            {t(`files.reason-${reason}`, { count, kind })}: {t(isBox ? 'files.asBox' : 'files.notTaken')}
            <Words count={words.length} words={words} />
          </li>
        ))}
      </ul>
    </section>
  );
}
