import { useState } from 'react';
import { Link } from 'wouter';
import { lineOfText } from '../../../shared/api/text.ts';
import { fieldLabels } from '../../../shared/method/words/field-labels.ts';
import { textLimits } from '../../../shared/protocol/limits.ts';
import type { VotingMethod, VotingRound } from '../../../shared/session/voting.ts';
import type { Failure } from '../../api/call.ts';
import { useLanguage, useText } from '../../i18n/LanguageProvider.tsx';
import { type LineFault, lineFault, lineFaultText } from '../../i18n/line-text.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { FieldPair } from '../../ui/FieldPair.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { dotsFor, inScope, perCardDefault, type VotingItem } from './ballot.ts';
import styles from './VoteDialog.module.css';

export type Opening = Pick<VotingRound, 'question' | 'method' | 'scope' | 'isOpen'>;

/** What a phase of a session asks for; all of it can still be changed. */
export interface Preset {
  readonly question: string;
  readonly method: 'dots' | 'fist';
  /** For each person; null: by how many cards there are. */
  readonly dots: number | null;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface VoteDialogProps {
  /** Everything on the board that could be voted on. */
  readonly items: readonly VotingItem[];
  readonly frames: readonly Choice[];
  /** Kinds that there are cards of. */
  readonly kinds: readonly Choice[];
  /** Another board of the workshop where a vote is open: that comes first. Its name is null where nobody knows it. */
  readonly elsewhere: { readonly title: string | null; readonly href: string } | null;
  readonly preset: Preset | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onStart: (opening: Opening) => void;
  readonly onClose: () => void;
}

/** Says what a vote is about, how people vote and on what, before anybody does. */
export function VoteDialog({ elsewhere, ...props }: VoteDialogProps) {
  const t = useText();
  return (
    <Dialog open onClose={props.onClose} title={t('voting.title')} text={t('voting.about')}>
      {elsewhere === null ? <Form {...props} /> : <Elsewhere {...elsewhere} onClose={props.onClose} />}
    </Dialog>
  );
}

function Elsewhere({ title, href, onClose }: NonNullable<VoteDialogProps['elsewhere']> & { onClose: () => void }) {
  const t = useText();
  return (
    <>
      <DialogBody>
        <p role="status">{title === null ? t('voting.elsewhereUnknown') : t('voting.elsewhere', { board: title })}</p>
      </DialogBody>
      <DialogFooter>
        <Button look="line" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Link href={href} className={buttonClass({ look: 'primary' })}>
          {t('voting.toThatBoard')}
        </Link>
      </DialogFooter>
    </>
  );
}

const methodNames = ['dots', 'fist', 'score'] as const satisfies readonly VotingMethod['type'][];
type MethodName = (typeof methodNames)[number];
/** What a select says for "all of it": no id and no kind is like this. */
const all = '*';
const scored = ['weight', 'reach'] as const;
const numbersTo = (max: number): readonly Choice[] =>
  Array.from({ length: max }, (_, index) => ({ value: `${index + 1}`, label: `${index + 1}` }));

function Form({ items, frames, kinds, preset, busy, failure, onStart, onClose }: Omit<VoteDialogProps, 'elsewhere'>) {
  const { t, language } = useLanguage();
  const [question, setQuestion] = useState(preset?.question.slice(0, textLimits.question) ?? '');
  const [fault, setFault] = useState<LineFault>();
  const [name, setName] = useState<MethodName>(preset?.method ?? 'dots');
  const [field, setField] = useState<(typeof scored)[number]>('weight');
  const [frame, setFrame] = useState(all);
  const [kind, setKind] = useState(all);
  const [dots, setDots] = useState<number | null>(preset?.dots ?? null);
  const [onOne, setOnOne] = useState(perCardDefault);
  const [isOpen, setOpen] = useState(false);

  const isOnCards = name !== 'fist';
  const scope = {
    frameId: isOnCards && frame !== all ? frame : null,
    kind: name === 'score' ? 'cause' : isOnCards && kind !== all ? kind : null,
  };
  const count = inScope(items, scope).length;
  const perPerson = dots ?? dotsFor(count);
  const perCard = Math.min(onOne, perPerson);
  const start = () => {
    const line = lineOfText(textLimits.question).safeParse(question);
    setFault(lineFault(question, textLimits.question));
    if (!line.success || (isOnCards && count === 0)) return;
    const method: VotingMethod =
      name === 'dots' ? { type: name, perPerson, perCard } : name === 'score' ? { type: name, field } : { type: name };
    onStart({ question: line.data, method, scope, isOpen });
  };
  return (
    <>
      <DialogBody>
        <QuestionField
          question={question}
          fault={fault}
          onChange={(next) => {
            setQuestion(next);
            setFault(undefined);
          }}
          onEnter={() => busy || start()}
        />
        <Choices
          legend={t('voting.method')}
          value={name}
          options={methodNames
            .filter((method) => method !== 'score' || kinds.some(({ value }) => value === 'cause'))
            .map((method) => ({ value: method, name: t(`voting.${method}`), text: t(`voting.${method}Text`) }))}
          onChange={setName}
        />
        {isOnCards && (
          <FieldPair>
            <Choose
              label={t('voting.where')}
              options={[{ value: all, label: t('voting.wholeBoard') }, ...frames]}
              value={frame}
              onChange={setFrame}
            />
            {name === 'score' ? (
              <Choose
                label={t('voting.field')}
                options={scored.map((value) => ({ value, label: fieldLabels[value][language] }))}
                value={field}
                onChange={setField}
              />
            ) : (
              <Choose
                label={t('voting.which')}
                options={[{ value: all, label: t('voting.everyKind') }, ...kinds]}
                value={kind}
                onChange={setKind}
              />
            )}
          </FieldPair>
        )}
        {name === 'dots' && (
          <FieldPair>
            <Choose
              label={t('voting.perPerson')}
              options={numbersTo(20)}
              value={`${perPerson}`}
              onChange={(value) => setDots(Number(value))}
            />
            <Choose
              label={t('voting.perCard')}
              options={numbersTo(perPerson)}
              value={`${perCard}`}
              onChange={(value) => setOnOne(Number(value))}
            />
          </FieldPair>
        )}
        <div className={styles.last}>
          <Check checked={isOpen} onChange={setOpen} hint={t('voting.openHint')}>
            {t('voting.open')}
          </Check>
          <FailureNote failure={failure} />
        </div>
      </DialogBody>
      <DialogFooter>
        <span className={styles.count} role="status">
          {isOnCards && (count === 0 ? t('voting.noCards') : t('voting.cardCount', { count }))}
        </span>
        <Button look="line" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" busy={busy} disabled={isOnCards && count === 0} onClick={start}>
          {t('voting.start')}
        </Button>
      </DialogFooter>
    </>
  );
}

interface QuestionFieldProps {
  readonly question: string;
  readonly fault: LineFault | undefined;
  readonly onChange: (question: string) => void;
  readonly onEnter: () => void;
}

function QuestionField({ question, fault, onChange, onEnter }: QuestionFieldProps) {
  const t = useText();
  return (
    <Field
      label={t('voting.question')}
      hint={t('voting.questionHint')}
      error={lineFaultText(fault, t('voting.noQuestion'), t)}
    >
      {(control) => (
        <Input
          {...control}
          value={question}
          maxLength={textLimits.question}
          autoFocus
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
          }}
        />
      )}
    </Field>
  );
}

interface ChooseProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

const Choose = <Value extends string>({ label, ...select }: ChooseProps<Value>) => (
  <Field label={label}>{(control) => <Select {...control} {...select} />}</Field>
);
