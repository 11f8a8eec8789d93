import type { Groups } from '../../../shared/board/document.ts';
import { type AnyRecord, joinRecord } from '../../../shared/board/groups.ts';
import type { Fields } from '../../../shared/method/cards/fields.ts';
import { ann, ben, documentRecord, Lab, page, type Replica } from './review-lab.ts';

/** What tests do with cards under review. */

export const board = (...records: readonly AnyRecord[]) => new Lab([documentRecord, page(), ...records]);
export const fieldsOf = (lab: Lab, id = 'shape:a') => (lab.get(id).props as { fields: Fields }).fields;
export const propsOf = (replica: Replica, id: string) => {
  const record = joinRecord(id, replica.map.get(id) as Groups);
  return record?.props as Record<string, unknown> & { fields: Fields };
};

/** Changes fields as a canvas does; null takes one away. */
export function setFields(replica: Replica, changes: Readonly<Record<string, unknown>>, id = 'shape:a'): void {
  const props = propsOf(replica, id);
  const fields = Object.entries({ ...props.fields, ...changes }).filter(([, value]) => value !== null);
  replica.change(id, { props: { ...props, fields: Object.fromEntries(fields) } });
}
export const setProps = (replica: Replica, id: string, changes: object) =>
  replica.change(id, { props: { ...propsOf(replica, id), ...changes } });

export type Act = (replica: Replica) => void;

/** Two people who do something without knowing of each other; in the order in which the server hears of it. */
export function concurrently(lab: Lab, first: Act, second: Act, who = [ann, ben] as const) {
  const [one, two] = [lab.replica(), lab.replica()];
  first(one);
  second(two);
  return [lab.push(one, who[0]), lab.push(two, who[1])] as const;
}
