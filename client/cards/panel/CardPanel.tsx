import { EyeSlashIcon } from '@phosphor-icons/react/dist/csr/EyeSlash';
import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import type { ReactNode } from 'react';
import { useValue } from 'tldraw';
import type { BoardView, CardView } from '../../../shared/method/board-view.ts';
import type { FieldName } from '../../../shared/method/cards/fields.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { isGhostOfAll } from '../actions/beside-ghosts.ts';
import { useMethod } from '../method.ts';
import { AuthorLine } from './AuthorLine.tsx';
import styles from './CardPanel.module.css';
import { fieldGroups } from './field-groups.ts';
import { FieldInput } from './inputs/FieldInput.tsx';
import { RelationList } from './RelationList.tsx';
import { TitleInput } from './TitleInput.tsx';

/** What stands below the title of a card: hints about it. */
export type CardNotes = (cardId: string) => ReactNode;

interface CardPanelProps {
  readonly card: CardView;
  readonly view: BoardView;
  readonly notes?: CardNotes | undefined;
  readonly onOpen: (id: string) => void;
}

/** All of one card: its words, whose they are, and every field of its kind. */
export function CardPanel({ card, view, notes, onOpen }: CardPanelProps) {
  const t = useText();
  const { editor, actions, people, language, readOnly: isReader } = useMethod();
  const isLocked = useValue('locked', () => editor.isShapeOrAncestorLocked(card.shape), [editor, card.shape]);
  const isInvitation = isGhostOfAll(editor, card.shape);
  const readOnly = isReader || isLocked || isInvitation;
  const author = card.author === null ? undefined : people.participant(card.author);
  const field = (name: FieldName) => (
    <FieldInput
      key={name}
      {...{ name, readOnly, language, people }}
      cardId={card.id}
      value={card.fields[name]}
      placeholder={name === 'org' && author !== undefined ? people.stamp(author.organisationId)?.name : undefined}
      onChange={(value) => actions.setFields(card.id, { [name]: value })}
    />
  );
  return (
    <div className={styles.body}>
      {isLocked && (
        <p className={styles.locked}>
          <LockSimpleIcon aria-hidden="true" />
          {t('cards.locked')}
        </p>
      )}
      {isInvitation && (
        <p className={styles.locked}>
          <EyeSlashIcon aria-hidden="true" />
          {t('cards.invitation')}
        </p>
      )}
      <TitleInput
        cardId={card.id}
        title={card.title}
        invitation={card.shape.props.placeholder}
        readOnly={readOnly}
        onSave={(title) => actions.setTitle(card.id, title)}
      />
      {notes?.(card.id)}
      <AuthorLine card={card} people={people} />
      {field('org')}
      {field('voice')}
      {fieldGroups(card.kind).map(({ name, fields }) =>
        name === 'about' ? (
          fields.map(field)
        ) : (
          <section key={name} className={styles.group} aria-label={t(`cards.group-${name}`)}>
            <h3>{t(`cards.group-${name}`)}</h3>
            {fields.map(field)}
          </section>
        ),
      )}
      <RelationList
        {...{ card, view, language, readOnly, onOpen }}
        onRemove={(relationId) => actions.remove([relationId])}
      />
    </div>
  );
}
