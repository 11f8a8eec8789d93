import { useText } from '../../i18n/LanguageProvider.tsx';
import type { ExportProgress } from '../report-choice.ts';
import type { ShownProgress } from '../use-export.ts';
import styles from './Making.module.css';

type Text = ReturnType<typeof useText>;

/** How far the work is, by page, and how long it still takes; changes too often to be said aloud. */
export function Making({ progress }: { readonly progress: ShownProgress | null }) {
  const t = useText();
  const percent = Math.round((progress?.done ?? 0) * 100);
  return (
    <div className={styles.making} aria-live="off">
      {progress !== null && (
        <p>
          <strong>{stepText(progress, t)}</strong> <span className="muted">{detailText(progress, t)}</span>
        </p>
      )}
      <div
        className={styles.meter}
        role="progressbar"
        aria-label={t('export.progress')}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}

function stepText({ step, page, pages }: ExportProgress, t: Text): string {
  switch (step) {
    case 'read':
      return pages === 0 ? t('export.readingBoards') : t('export.reading', { page: page + 1, pages });
    case 'lay-out':
      return t('export.layingOut');
    case 'write':
      return t('export.making', { page: page + 1, pages });
  }
}

function detailText({ title, remaining }: ShownProgress, t: Text): string {
  const left =
    remaining === null
      ? ''
      : t(remaining.unit === 'seconds' ? 'export.secondsLeft' : 'export.minutesLeft', { count: remaining.count });
  return [title, left].filter((text) => text !== '').join(', ');
}
