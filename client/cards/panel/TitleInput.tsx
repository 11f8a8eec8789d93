import { useId } from 'react';
import { titleMax } from '../../../shared/method/cards/kinds.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './inputs/inputs.module.css';
import { useDraft } from './use-draft.ts';

interface TitleInputProps {
  readonly cardId: string;
  readonly title: string;
  /** What the card asks for, where it asks for something. */
  readonly invitation: string;
  readonly readOnly: boolean;
  readonly onSave: (title: string) => void;
}

/** The words of a card. Several people may write in them at once, here and on the canvas. */
export function TitleInput({ cardId, title, invitation, readOnly, onSave }: TitleInputProps) {
  const t = useText();
  const id = useId();
  const { text, control } = useDraft<HTMLTextAreaElement>({
    ...{ stored: title, mode: 'merge', keepAs: `${cardId} title`, save: onSave },
  });
  const isLong = text.trim().length > titleMax;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('cards.title')}</label>
      <textarea
        {...control}
        id={id}
        className={styles.text}
        rows={2}
        placeholder={invitation}
        readOnly={readOnly}
        aria-describedby={isLong ? `${id}-note` : undefined}
      />
      {isLong && (
        <p id={`${id}-note`} className={styles.hint}>
          {t('cards.longTitle', { max: titleMax, length: text.trim().length })}
        </p>
      )}
    </div>
  );
}
