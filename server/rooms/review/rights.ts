import { isEqualJson } from '../../../shared/board/equal.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { isTemplateShapeType } from '../../../shared/board/template-shapes.ts';
import type { FieldName } from '../../../shared/method/cards/fields.ts';
import type { PutBackReason } from '../../../shared/protocol/messages.ts';
import { isContinued } from './continued.ts';

type Get = (id: string) => AnyRecord | undefined;

/** Whether a shape, or something around it, is locked. */
export function isLocked(get: Get, id: string): boolean {
  const seen = new Set<string>();
  for (let shape = get(id); shape?.typeName === 'shape' && !seen.has(shape.id); shape = get(shape.parentId as string)) {
    if (shape.isLocked === true) return true;
    seen.add(shape.id);
  }
  return false;
}

/** Only a template brings these; on a board they stand for what the method says. */
const isTemplates = ({ type }: AnyRecord): boolean => type === 'view' || isTemplateShapeType(type);

/** Fields of a card that are counted: by the server when a vote closes, by a facilitator who brings a board along. */
const countedFields: ReadonlySet<string> = new Set<FieldName>(['votes_people', 'votes_orgs']);

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (record: AnyRecord | undefined): Fields =>
  (record?.props as { fields?: Fields } | undefined)?.fields ?? {};
const pickFields = (fields: Fields, isCounted: boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => countedFields.has(name) === isCounted));
const votesOf = (record: AnyRecord | undefined): Fields => pickFields(fieldsOf(record), true);

/**
 * A participant's new card, with the votes that it had when it went and no others: who copies a card copies no votes.
 * @param grave the card as it went, if it was there before
 */
export function withoutOwnVotes(card: AnyRecord, grave: AnyRecord | undefined): AnyRecord {
  if (card.type !== 'card' || isEqualJson(votesOf(card), votesOf(grave))) return card;
  const fields = { ...pickFields(fieldsOf(card), false), ...votesOf(grave) };
  return { ...card, props: { ...(card.props as object), fields } } as AnyRecord;
}

/**
 * Why a participant may not change a record, judged by what stood before the edit.
 * @param before null: there was none
 * @param after null: it is gone, or what came cannot be read
 */
export function refuseParticipant(get: Get, before: AnyRecord | null, after: AnyRecord | null): PutBackReason | null {
  const record = before ?? after;
  if (record === null || isEqualJson(before, after)) return null;
  switch (record.typeName) {
    case 'shape':
      if (before === null) return isTemplates(record) && !isContinued(get, record) ? 'not-yours' : null;
      if (isLocked(get, before.id)) return after === null && isContinued(get, before) ? null : 'locked';
      if (after !== null && !isEqualJson(votesOf(before), votesOf(after))) return 'not-yours';
      return after !== null && after.isLocked !== before.isLocked ? 'not-yours' : null;
    case 'binding':
      // Everybody may point an arrow at what is locked; an arrow that is locked itself keeps its ends.
      return [before, after].some((side) => side !== null && isLocked(get, side.fromId as string)) ? 'locked' : null;
    case 'asset':
      // Several shapes may show it, also such as somebody else copied.
      return before === null ? null : 'not-yours';
    default:
      return 'not-yours';
  }
}
