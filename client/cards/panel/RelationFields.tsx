import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { useId } from 'react';
import type { Language } from '../../../shared/api/text.ts';
import type { RelationShape } from '../../../shared/board/card-shapes.ts';
import { type RelationKind, relationStates, relationTies } from '../../../shared/method/cards/relations.ts';
import type { Text } from '../../../shared/method/template.ts';
import {
  directionWords,
  relationFieldWords,
  relationWords,
  stateWords,
  tieWords,
} from '../../../shared/method/words/relations.ts';
import type { RelationChanges } from '../actions/card-actions.ts';
import styles from './inputs/inputs.module.css';
import { OptionRow } from './inputs/OptionRow.tsx';
import { useDraft } from './use-draft.ts';

interface RelationFieldsProps {
  readonly relation: RelationShape;
  /** What may join these two cards. */
  readonly kinds: readonly RelationKind[];
  readonly language: Language;
  readonly readOnly: boolean;
  readonly onChange: (changes: RelationChanges) => void;
}

const directions = ['one-way', 'both'] as const;
const strengths = [1, 2, 3] as const;

/** What an edge says about itself. What flows along it, how strong and how well is asked between two actors only. */
export function RelationFields({ relation, kinds, language, readOnly, onChange }: RelationFieldsProps) {
  const { kind, tie, strength, state, direction, note } = relation.props;
  const words = relationFieldWords;
  return (
    <>
      {kinds.length > 1 && (
        <WordSelect
          {...{ language, readOnly }}
          label={words.kind[language]}
          options={kinds}
          words={relationWords}
          value={kind}
          onChange={(next) => onChange({ kind: next })}
        />
      )}
      {kind === 'relates' && (
        <>
          <WordSelect
            {...{ language, readOnly }}
            label={words.tie[language]}
            options={relationTies}
            words={tieWords}
            value={tie}
            onChange={(next) => onChange({ tie: next })}
          />
          <OptionRow
            {...{ language, readOnly }}
            look="scale"
            legend={words.strength[language]}
            options={strengths.map((value) => ({ value, label: String(value) }))}
            value={strength}
            onChange={(next) => onChange({ strength: next })}
          />
          <WordSelect
            {...{ language, readOnly }}
            label={words.state[language]}
            options={relationStates}
            words={stateWords}
            value={state}
            onChange={(next) => onChange({ state: next })}
          />
          <OptionRow
            {...{ language, readOnly }}
            look="segments"
            legend={words.direction[language]}
            options={directions.map((value) => ({ value, label: directionWords[value][language] }))}
            value={direction}
            onChange={(next) => onChange({ direction: next })}
          />
        </>
      )}
      <NoteInput
        {...{ language, readOnly }}
        relationId={relation.id}
        note={note}
        onSave={(next) => onChange({ note: next })}
      />
    </>
  );
}

interface WordSelectProps<Value extends string> {
  readonly label: string;
  readonly language: Language;
  readonly options: readonly Value[];
  readonly words: Readonly<Record<Value, Text>>;
  readonly value: Value;
  readonly readOnly: boolean;
  readonly onChange: (value: Value) => void;
}

function WordSelect<Value extends string>(props: WordSelectProps<Value>) {
  const { label, language, options, words, value, readOnly, onChange } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} lang={language}>
        {label}
      </label>
      <span className={styles.select}>
        <select
          id={id}
          lang={language}
          disabled={readOnly}
          value={value}
          onChange={({ target }) => {
            const next = options.find((option) => option === target.value);
            if (next !== undefined) onChange(next);
          }}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {words[option][language]}
            </option>
          ))}
        </select>
        <CaretDownIcon aria-hidden="true" />
      </span>
    </div>
  );
}

interface NoteInputProps {
  readonly relationId: string;
  readonly note: string;
  readonly language: Language;
  readonly readOnly: boolean;
  readonly onSave: (note: string) => void;
}

function NoteInput({ relationId, note, language, readOnly, onSave }: NoteInputProps) {
  const id = useId();
  const { control } = useDraft<HTMLTextAreaElement>({
    ...{ stored: note, mode: 'last', keepAs: `${relationId} note` },
    save: (text) => onSave(text.trim()),
  });
  return (
    <div className={styles.field}>
      <label htmlFor={id} lang={language}>
        {relationFieldWords.note[language]}
      </label>
      <textarea {...control} id={id} className={styles.text} rows={1} readOnly={readOnly} />
    </div>
  );
}
