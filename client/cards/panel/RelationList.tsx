import { SlidersHorizontalIcon } from '@phosphor-icons/react/dist/csr/SlidersHorizontal';
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash';
import { useId } from 'react';
import type { Language } from '../../../shared/api/text.ts';
import type { RelationShape } from '../../../shared/board/card-shapes.ts';
import type { BoardView, CardView } from '../../../shared/method/board-view.ts';
import { relationWords, relationWordsBack, stateWords, tieWords } from '../../../shared/method/words/relations.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { IconButton } from '../../ui/Button.tsx';
import styles from './CardPanel.module.css';

interface RelationListProps {
  readonly card: CardView;
  readonly view: BoardView;
  readonly language: Language;
  readonly readOnly: boolean;
  readonly onOpen: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** What the card is joined to: each edge read from this card, with a way to the other card, to the edge, and to its end. */
export function RelationList({ card, view, language, readOnly, onOpen, onRemove }: RelationListProps) {
  const t = useText();
  const id = useId();
  const own = view.relations.filter(({ props }) => props.from === card.id || props.to === card.id);
  if (own.length === 0) return null;
  return (
    <section className={styles.relations} aria-labelledby={id}>
      <h3 id={id}>{t('cards.relations')}</h3>
      <ul>
        {own.map((relation) => {
          const isFrom = relation.props.from === card.id;
          const other = view.cards.get(isFrom ? relation.props.to : relation.props.from);
          const name = other?.title || other?.shape.props.placeholder || t('cards.untitled');
          return (
            <li key={relation.id}>
              <span lang={language}>
                {(isFrom ? relationWords : relationWordsBack)[relation.props.kind][language]}
                {factsOf(relation, language)}
              </span>
              <button type="button" className={styles.other} onClick={() => other !== undefined && onOpen(other.id)}>
                {name}
              </button>
              <span className={styles.ways}>
                <IconButton label={t('cards.openRelation', { title: name })} onClick={() => onOpen(relation.id)}>
                  <SlidersHorizontalIcon aria-hidden="true" />
                </IconButton>
                {!readOnly && (
                  <IconButton label={t('cards.removeRelation', { title: name })} onClick={() => onRemove(relation.id)}>
                    <TrashIcon aria-hidden="true" />
                  </IconButton>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** "· Money, weak" between two actors. */
function factsOf({ props }: RelationShape, language: Language): string {
  return props.kind === 'relates'
    ? ` · ${tieWords[props.tie][language]}, ${stateWords[props.state][language].toLocaleLowerCase(language)}`
    : '';
}
