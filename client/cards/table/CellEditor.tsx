import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Language } from '../../../shared/api/text.ts';
import { type FieldName, type FieldType, fieldTypes } from '../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { choicesOf } from '../choices.ts';
import { useMethod } from '../method.ts';

import { type ColumnId, isField } from './columns.ts';
import styles from './Grid.module.css';
import { placesFor } from './places.ts';
import { folded } from './read-cell.ts';
import type { WriteFault } from './table-actions.ts';

/** Where one goes on after a cell was written; `away` when the focus has left it already. */
export type Onward = 'stay' | 'next' | 'previous' | 'away';

interface CellEditorProps {
  readonly kind: CardKind;
  readonly column: ColumnId;
  readonly label: string;
  /** What the cell says, in the spelling that is written. */
  readonly before: string;
  /** The key that opened the cell takes the place of what it said. */
  readonly key0: string | null;
  /** @returns what is wrong with the text; the cell then stays open */
  readonly onWrite: (text: string) => WriteFault | undefined;
  readonly onLeave: (onward: Onward) => void;
}

type CellType = FieldType['type'] | 'title' | 'zone';
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One cell being written. Enter and Tab take the text over, Escape leaves it as it was, and so does nothing else. */
export function CellEditor({ kind, column, label, before, key0, onWrite, onLeave }: CellEditorProps) {
  const t = useText();
  const { language, people, template } = useMethod();
  const id = useId();
  const control = useRef<Control | null>(null);
  const type: CellType = isField(column) ? fieldTypes[column].type : column === 'zone' ? 'zone' : 'title';
  const [text, setText] = useState(() => firstText(column, type, before, key0, language));
  const [fault, setFault] = useState<WriteFault | undefined>(undefined);
  const isOver = useRef(false);
  /** Letters that choose, from the one on that opened the cell. */
  const typed = useRef(key0 ?? '');

  useLayoutEffect(() => {
    const { current: element } = control;
    element?.focus();
    if (element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text'))
      element.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const leave = (onward: Onward, isTaken: boolean) => {
    if (isOver.current) return;
    const wrong = isTaken && text.trim() !== before.trim() ? onWrite(text) : undefined;
    setFault(wrong);
    if (wrong !== undefined) return control.current?.focus();
    isOver.current = true;
    onLeave(onward);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (type === 'choice' && isField(column) && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      typed.current += event.key;
      setText(choiceThatBegins(column, typed.current, language) ?? text);
      return event.preventDefault();
    }
    const isLine = event.key === 'Enter' && (event.shiftKey || event.altKey) && (type === 'text' || type === 'title');
    if (event.key === 'Escape') leave('stay', false);
    else if (event.key === 'Enter' && !isLine) leave('stay', true);
    else if (event.key === 'Tab') leave(event.shiftKey ? 'previous' : 'next', true);
    else return;
    event.preventDefault();
  };
  const shared = {
    id,
    'aria-label': label,
    'aria-invalid': fault === undefined ? undefined : true,
    'aria-describedby': fault === undefined ? undefined : `${id}-fault`,
    className: styles.editor,
    value: text,
    onKeyDown,
    onChange: ({ target }: { readonly target: Control }) => setText(target.value),
    onBlur: () => leave('away', true),
  } as const;
  const take = (element: Control | null) => {
    control.current = element;
  };
  const isOrganisation = type === 'organisation' || type === 'organisations';
  return (
    <span className={styles.editing}>
      {type === 'choice' && isField(column) ? (
        <select {...shared} ref={take} lang={language}>
          <option value="">–</option>
          {choicesOf(column).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text[language]}
            </option>
          ))}
        </select>
      ) : type === 'zone' ? (
        <select {...shared} ref={take} lang={language}>
          {before === '' && <option value="">–</option>}
          {placesFor(template, kind, language).map(({ frame, zones }) => (
            <optgroup key={frame} label={frame}>
              {zones.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      ) : type === 'text' || type === 'title' ? (
        <textarea {...shared} ref={take} rows={2} lang={language} />
      ) : (
        <input
          {...shared}
          ref={take}
          lang={language}
          type={type === 'date' ? 'date' : 'text'}
          inputMode={type === 'score' ? 'decimal' : undefined}
          autoComplete="off"
          list={isOrganisation ? `${id}-list` : undefined}
        />
      )}
      {isOrganisation && (
        <datalist id={`${id}-list`}>
          {people.organisations.map((organisation) => (
            <option key={organisation.id} value={organisation.name} />
          ))}
        </datalist>
      )}
      {fault !== undefined && (
        <span id={`${id}-fault`} role="alert" className={styles.fault}>
          {t(`table.fault-${fault}`)}
        </span>
      )}
    </span>
  );
}

/** What stands in a cell that was just opened: what it said, or what the key begins. */
function firstText(column: ColumnId, type: CellType, before: string, key0: string | null, language: Language): string {
  if (key0 === null || type === 'date' || type === 'zone') return before;
  if (type !== 'choice' || !isField(column)) return key0;
  return choiceThatBegins(column, key0, language) ?? before;
}

function choiceThatBegins(column: FieldName, typed: string, language: Language): string | undefined {
  const wanted = folded(typed);
  return choicesOf(column).find(({ text }) => wanted !== '' && folded(text[language]).startsWith(wanted))?.value;
}
