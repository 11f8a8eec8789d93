import { describe, expect, it } from 'vitest';
import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { createTextLog } from '../../../client/canvas/binding/text-log.ts';

/** One paragraph, written in by this person as the text editor does it, and by somebody else. */
function open() {
  const doc = new Y.Doc();
  const fragment = new Y.XmlFragment();
  doc.getMap('records').set('rich', fragment);
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  fragment.insert(0, [paragraph]);
  const log = createTextLog(fragment);
  return {
    log,
    says: () => text.toString(),
    /** At the end; a step of its own. */
    type(words: string) {
      log.manager.stopCapturing();
      doc.transact(() => text.insert(text.length, words), ySyncPluginKey);
    },
    others: (at: number, words: string) => doc.transact(() => text.insert(at, words), 'wire'),
    othersDelete: (at: number, length: number) => doc.transact(() => text.delete(at, length), 'wire'),
    session(...steps: readonly (() => void)[]) {
      log.begin();
      for (const step of steps) step();
      return log.end();
    },
  };
}

describe('[CAN82] the log of one’s own writing in a text', () => {
  it('[CAN82] takes back a session as a whole and brings it again, others’ words left alone', () => {
    const { type, others, says, session } = open();
    const written = session(
      () => type('mine'),
      () => others(0, 'theirs '),
      () => type(' too'),
    );
    expect(says()).toBe('theirs mine too');
    written?.undo();
    expect(says()).toBe('theirs ');
    others(0, 'all ');
    written?.redo();
    expect(says()).toBe('all theirs mine too');
    written?.undo();
    expect(says()).toBe('all theirs ');
  });

  it('[CAN82] takes back nothing twice, where the open text has gone back into an earlier session', () => {
    const { log, type, says, session } = open();
    const first = session(
      () => type('a'),
      () => type('b'),
    );
    const back = session(() => log.manager.undo());
    expect(back).toBeNull();
    expect(says()).toBe('a');
    const second = session(() => type('c'));
    expect(says()).toBe('ac');
    second?.undo();
    expect(says()).toBe('a');
    first?.undo();
    expect(says()).toBe('');
    first?.redo();
    expect(says()).toBe('a');
    second?.redo();
    expect(says()).toBe('ac');
  });

  it('[CAN82] a session that the open text has taken back whole has nothing left to take back', () => {
    const { log, type, says, session } = open();
    const first = session(() => type('a'));
    session(() => log.manager.undo());
    expect(first?.canUndo()).toBe(false);
    first?.undo();
    expect(says()).toBe('');
  });

  it('[CAN82] what was brought again in the open text can be taken back after it', () => {
    const { log, type, says, session } = open();
    session(() => type('a'))?.undo();
    const again = session(() => log.manager.redo());
    expect(says()).toBe('a');
    again?.undo();
    expect(says()).toBe('');
  });

  it('[CAN82] what was written over a session that had been taken back is not mistaken for it', () => {
    const { log, type, says, session } = open();
    const first = session(() => type('a'));
    first?.undo();
    session(
      () => type('x'),
      () => log.manager.undo(),
    );
    expect(first?.canRedo()).toBe(false);
    first?.redo();
    expect(says()).toBe('');
  });

  it('[CAN82] taking back words that somebody else has deleted does not reach into an earlier session', () => {
    const { type, othersDelete, says, session } = open();
    session(() => type('early '));
    const late = session(() => type('late'));
    othersDelete(6, 4);
    late?.undo();
    expect(says()).toBe('early ');
    late?.redo();
    expect(says()).toBe('early ');
  });

  it('[CAN82] a session in which nothing was written is no step', () => {
    const { others, session } = open();
    expect(session(() => others(0, 'theirs'))).toBeNull();
  });
});
