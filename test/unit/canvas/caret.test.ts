import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { caretPattern, readCaret, writeCaret } from '../../../client/canvas/presence/caret.ts';

function open() {
  const doc = new Y.Doc();
  const fragment = new Y.XmlFragment();
  doc.getMap('records').set('rich', fragment);
  const text = new Y.XmlText();
  fragment.insert(0, [text]);
  text.insert(0, 'one two');
  return { doc, text };
}
const at = (doc: Y.Doc, place: Y.RelativePosition) => Y.createAbsolutePositionFromRelativePosition(place, doc)?.index;

it('[CAN80] a caret is spelled by the letter it stands at, and stays there whatever is written before it', () => {
  const { doc, text } = open();
  for (const [anchor, head] of [
    [0, 0],
    [4, 4],
    [7, 7],
    [7, 2],
    [1, 6],
  ] as const) {
    const [from, to] = [anchor, head].map((index) => Y.createRelativePositionFromTypeIndex(text, index));
    if (from === undefined || to === undefined) throw new Error('no place');
    const spelled = writeCaret({ anchor: from, head: to });
    expect(spelled).toMatch(caretPattern);
    const read = readCaret(spelled ?? '');
    expect([at(doc, read.anchor), at(doc, read.head)]).toEqual([anchor, head]);
    text.insert(0, '>');
    expect([at(doc, read.anchor), at(doc, read.head)]).toEqual([anchor + 1, head + 1]);
    text.delete(0, 1);
  }
});

it('[CAN80] a caret without selection takes one place', () => {
  const { text } = open();
  const place = Y.createRelativePositionFromTypeIndex(text, 3);
  expect(writeCaret({ anchor: place, head: place })?.split(' ')).toHaveLength(1);
});

it('[CAN80] a place in no shared text is not told', () => {
  const nowhere = new Y.RelativePosition(null, 'root', null);
  expect(writeCaret({ anchor: nowhere, head: nowhere })).toBeNull();
});
