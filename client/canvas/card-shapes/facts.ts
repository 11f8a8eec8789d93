import type { FieldName, Fields } from '../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { faceWords } from './face-words.ts';
import { formatDay, type ValueReader, valueText } from './value-text.ts';

/** One or two things that matter most about a card of its kind, for its foot; what is not filled in is left out. */
export function factsOf(kind: CardKind, fields: Fields, reader: ValueReader): readonly string[] {
  const { language } = reader;
  const say = (name: FieldName): string => valueText(name, fields[name], reader);
  const day = (name: FieldName): string => {
    const value = fields[name];
    return typeof value === 'string' ? formatDay(value, language, { day: 'numeric', month: 'short' }) : '';
  };
  const year = (name: FieldName): string => {
    const value = fields[name];
    return typeof value === 'string'
      ? `${faceWords.by[language]} ${formatDay(value, language, { year: 'numeric' })}`
      : '';
  };
  const change = (): string => {
    const [from, to] = [say('baseline'), say('target')];
    return from === '' || to === '' ? from || to : `${from} → ${to}`;
  };
  const facts = (): readonly string[] => {
    switch (kind) {
      case 'idea':
        return [];
      case 'problem':
        return [say('size')];
      case 'fact':
        return [say('evidence_kind'), say('source')];
      case 'cause':
      case 'effect':
        return [say('evidence_kind'), say('confidence')];
      case 'question':
        return [day('due'), say('owner_org')];
      case 'actor':
        return [say('org_type'), say('engagement')];
      case 'observation':
        return [say('energy')];
      case 'vision':
        return [say('viewpoint'), year('horizon')];
      case 'quote':
        // Nobody is named who has not agreed to it.
        return fields.consent === true ? [say('speaker')] : [];
      case 'kpi':
        return [change()];
      case 'impact':
        return [change(), year('by_when')];
      case 'event':
        return [day('date')];
      case 'risk':
        return [day('review_on'), say('owner_org')];
      case 'action':
        return [day('due'), say('progress')];
      case 'lesson':
        return [say('verdict'), say('lands_on')];
      case 'thanks':
        return [[say('to_org'), say('to_person')].filter(Boolean).join(', ')];
      case 'decision':
        return [say('mode'), say('support')];
    }
  };
  return facts().filter((fact) => fact !== '');
}
