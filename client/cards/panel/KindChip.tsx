import type { Language } from '../../../shared/api/text.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { iconSize, kindIcons } from '../../canvas/card-shapes/icons.ts';
import { inkOf, paperOf } from '../../canvas/card-shapes/papers.ts';
import styles from './CardPanel.module.css';

/** The kind of a card on its paper, as on the card itself. */
export function KindChip({ kind, language }: { readonly kind: CardKind; readonly language: Language }) {
  const paper = paperOf[kind];
  return (
    <span
      className={styles.kind}
      lang={language}
      style={{
        background: `var(--${paper}-paper)`,
        color: `var(--${inkOf(paper)})`,
        borderColor: `var(--${paper}-edge)`,
      }}
    >
      <svg viewBox={`0 0 ${iconSize} ${iconSize}`} aria-hidden="true">
        <path d={kindIcons[kind]} fill="currentColor" />
      </svg>
      {kindWords[kind].name[language]}
    </span>
  );
}
