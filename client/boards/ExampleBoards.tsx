import { useId } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import { BoardTiles, type BoardTilesProps } from './BoardTiles.tsx';
import styles from './ExampleBoards.module.css';

/** Invented cases, apart from what the workshop works on. Nothing to see while nobody has opened one. */
export function ExampleBoards(tiles: BoardTilesProps) {
  const t = useText();
  const headingId = useId();
  if (tiles.boards.length === 0) return null;
  return (
    <section className={styles.examples} aria-labelledby={headingId}>
      <h2 id={headingId}>{t('workshop.examples')}</h2>
      <p>{t('workshop.aboutExamples')}</p>
      <BoardTiles {...tiles} />
    </section>
  );
}
