import * as Y from 'yjs';

/** A selection in a text, bound to its characters: it stays with them whatever others write before it. */
export interface Caret {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/**
 * A place as a presence spells it, `client.clock` in base 36: the character that it is in front of; with `!` the text or
 * paragraph at whose end it is.
 */
const place = '[0-9a-z]{1,7}\\.[0-9a-z]{1,7}!?';
/** One place, or two of which the second is where the caret is. */
export const caretPattern = new RegExp(`^${place}( ${place})?$`);

/** @returns null for a place that is in no shared text. */
export function writeCaret({ anchor, head }: Caret): string | null {
  const [from, to] = [writePlace(anchor), writePlace(head)];
  if (from === null || to === null) return null;
  return from === to ? to : `${from} ${to}`;
}

/** @param caret of the form that `caretPattern` accepts. */
export function readCaret(caret: string): Caret {
  const [first = '', second = first] = caret.split(' ');
  return { anchor: readPlace(first), head: readPlace(second) };
}

function writePlace({ item, type }: Y.RelativePosition): string | null {
  const id = item ?? type;
  return id === null ? null : `${id.client.toString(36)}.${id.clock.toString(36)}${item === null ? '!' : ''}`;
}

function readPlace(text: string): Y.RelativePosition {
  const [client = 0, clock = 0] = text
    .replace('!', '')
    .split('.')
    .map((part) => Number.parseInt(part, 36));
  const id = Y.createID(client, clock);
  return text.endsWith('!') ? new Y.RelativePosition(id, null, null) : new Y.RelativePosition(null, null, id);
}
