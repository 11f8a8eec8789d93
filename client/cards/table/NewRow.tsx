import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import { type KeyboardEvent, useState } from 'react';
import { type CardKind, titleMax } from '../../../shared/method/cards/kinds.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { useMethod } from '../method.ts';
import styles from './Grid.module.css';

interface NewRowProps {
  readonly kind: CardKind;
  readonly columns: number;
  readonly index: number;
  readonly isActive: boolean;
  readonly onActivate: () => void;
  readonly onCreate: (title: string) => void;
}

/** The last row takes a new card: its words, then Enter. One goes on with the next. */
export function NewRow({ kind, columns, index, isActive, onActivate, onCreate }: NewRowProps) {
  const t = useText();
  const { language } = useMethod();
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    onCreate(text.trim());
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isMove = ['ArrowUp', 'PageUp'].includes(event.key) || (event.key === 'Home' && event.ctrlKey);
    // Keys that write stay here; those that lead out of the row are the grid's.
    if (!(isMove && text === '')) event.stopPropagation();
    if (event.key === 'Enter') add();
    else if (event.key === 'Escape') setText('');
    else return;
    event.preventDefault();
  };
  return (
    <tr aria-rowindex={index + 2} className={styles.fresh}>
      <th scope="row" aria-colindex={1} data-active={isActive || undefined}>
        <span className={styles.add}>
          <PlusIcon aria-hidden="true" />
          <input
            data-focus
            tabIndex={isActive ? 0 : -1}
            aria-label={t('table.newRow', { kind: kindWords[kind].name[language] })}
            placeholder={t('table.newRow', { kind: kindWords[kind].name[language] })}
            maxLength={titleMax}
            value={text}
            onChange={({ target }) => setText(target.value)}
            onFocus={onActivate}
            onKeyDown={onKeyDown}
            onBlur={add}
          />
        </span>
      </th>
      <td colSpan={columns - 1} />
    </tr>
  );
}
