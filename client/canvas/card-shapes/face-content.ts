import type { CardShape } from '../../../shared/board/card-shapes.ts';
import { plainText, type RichText } from '../../../shared/board/rich-text.ts';
import { type FieldName, fieldTypes } from '../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import type { CardColumn } from '../../../shared/method/template.ts';
import { fieldColumns } from '../../../shared/method/words/field-columns.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import type { StampMark } from '../../ui/stamps.ts';
import { faceWords } from './face-words.ts';
import { factsOf } from './facts.ts';
import { formatDay, formatNumber, type ValueReader, valueText } from './value-text.ts';

/** Everything a face can show of a card, as words and signs. */
export interface FaceContent {
  readonly kind: CardKind;
  readonly kindWord: string;
  /** Where the whole has no room. */
  readonly kindWordShort: string;
  readonly title: string;
  /** What a card that nobody has written into yet invites to; empty for all others. */
  readonly invitation: string;
  readonly stamp: StampMark | null;
  readonly facts: readonly string[];
  /** "8 · 5 org.", and without the organisations where there is little room. */
  readonly votes: string;
  readonly votesShort: string;
  /** The word for the voice of those affected; empty where it is not. */
  readonly voice: string;
  readonly root: string;
  /** "Agreed 14 Nov". */
  readonly agreed: string;
  readonly locked: boolean;
  readonly example: boolean;
  /** Of an actor: its type, as one letter. */
  readonly letter: string;
  readonly engagement: 'active' | 'committed' | 'none';
  /** A second place of the card. */
  readonly mirror: boolean;
  readonly cells: readonly Cell[];
}

/** One column of a row, or one line of a form. */
export interface Cell {
  readonly label: string;
  readonly text: string;
  readonly isTitle: boolean;
  /** Out of five, for what is drawn as dots. */
  readonly score: number | null;
  readonly column: CardColumn;
}

interface ContentFacts extends ValueReader {
  readonly columns: readonly CardColumn[];
  readonly locked: boolean;
  /** The whole board is an example. */
  readonly example: boolean;
  readonly mirror: boolean;
}

export function faceContent(card: CardShape['props'], facts: ContentFacts): FaceContent {
  const { kind, fields, richText, placeholder } = card;
  const { language, people, locked, example, mirror } = facts;
  const title = plainText(richText as RichText);
  const word = kindWords[kind].name[language];
  const { org, voice, is_root, org_type } = fields;
  return {
    kind,
    kindWord: example ? `${faceWords.example[language]}: ${word}` : word,
    kindWordShort: example ? faceWords.example[language] : word,
    title,
    invitation: title === '' ? placeholder : '',
    stamp: typeof org === 'string' ? (people.stamp(org) ?? null) : null,
    facts: factsOf(kind, fields, facts),
    ...votesOf(card, facts),
    voice: voice === 'affected' || voice === 'heard' ? faceWords.voice[language] : '',
    root: is_root === true ? faceWords.root[language] : '',
    agreed: agreedOf(card, facts),
    locked: locked && !example,
    example,
    letter: kind === 'actor' && typeof org_type === 'string' ? org_type : '',
    engagement: engagementOf(card),
    mirror,
    cells: facts.columns.map((column) => cellOf(card, column, title, facts)),
  };
}

function votesOf({ fields }: CardShape['props'], { language }: ValueReader): Pick<FaceContent, 'votes' | 'votesShort'> {
  const { votes_people: people, votes_orgs: organisations } = fields;
  if (typeof people !== 'number' || people === 0) return { votes: '', votesShort: '' };
  const votesShort = formatNumber(people, language);
  const isSpread = typeof organisations === 'number' && organisations > 0;
  const among = isSpread ? ` · ${formatNumber(organisations, language)} ${faceWords.organisation[language]}` : '';
  return { votes: votesShort + among, votesShort };
}

function agreedOf({ fields }: CardShape['props'], { language }: ValueReader): string {
  if (fields.status !== 'agreed') return '';
  const day = fields.agreed_on;
  const word = faceWords.agreed[language];
  return typeof day === 'string' ? `${word} ${formatDay(day, language, { day: 'numeric', month: 'short' })}` : word;
}

function engagementOf({ kind, fields }: CardShape['props']): FaceContent['engagement'] {
  const { engagement } = fields;
  return kind === 'actor' && (engagement === 'active' || engagement === 'committed') ? engagement : 'none';
}

function cellOf(card: CardShape['props'], column: CardColumn, title: string, reader: ValueReader): Cell {
  const { field } = column;
  const words = column.label ?? (field === 'title' ? kindWords[card.kind].name : fieldColumns[field]);
  const label = words[reader.language];
  if (field === 'title') return { label, text: title, isTitle: true, score: null, column };
  const value = card.fields[field];
  return {
    label,
    text: valueText(field, value, reader),
    isTitle: false,
    score: isOutOfFive(field) ? (typeof value === 'number' ? value : 0) : null,
    column,
  };
}

function isOutOfFive(name: FieldName): boolean {
  const field = fieldTypes[name];
  return field.type === 'score' && field.min === 1 && field.max === 5 && field.step === 1;
}
