import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type OpenRoom, openRoom } from '../../client/sync/open-room.ts';
import { recordsOf } from '../../shared/board/document.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { noteGroups } from '../support/notes.ts';

/** Notes of one bot at most; beyond that it deletes before it makes another, as a board does not grow for ever either. */
const NOTES_MAX = 20;
/** Of one note's text, which is cut in half then. */
const LETTERS_MAX = 80;

/** Somebody who works without a canvas, through the page's own connection. */
export interface Bot {
  readonly room: OpenRoom;
  /** One edit, chosen at random. */
  act(): void;
  /** Leaves as a closed tab does and comes back with nothing. */
  reload(): void;
  isSaved(): boolean;
  close(): void;
}

export function startBot(options: {
  readonly name: string;
  readonly token: string;
  readonly boardId: BoardId;
  readonly serverUrl: string;
  readonly random: () => number;
}): Bot {
  const { name, token, boardId, serverUrl, random } = options;
  const webSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { authorization: `Bearer ${token}` } });
    }
  };
  const open = () => openRoom({ boardId, serverUrl, webSocket: webSocket as never });
  let room = open();
  let made = 0;

  // Read from the document: a reload loses what was not saved, and keeps the rest to be worked on.
  const notes = () => [...recordsOf(room.doc).keys()].filter((id) => id.startsWith(`shape:${name}-`));
  const noteOf = (id: string) => recordsOf(room.doc).get(id);
  const any = () => {
    const mine = notes();
    return mine[Math.floor(random() * mine.length)] ?? '';
  };
  const create = () => {
    made += 1;
    const id = `shape:${name}-${made}`;
    recordsOf(room.doc).set(id, noteGroups(id, name));
  };
  const remove = () => {
    recordsOf(room.doc).delete(any());
  };
  const move = () => noteOf(any())?.set('at', [Math.round(random() * 4_000), Math.round(random() * 2_000), 0]);
  const type = () => {
    const rich = noteOf(any())?.get('rich');
    const paragraph = rich instanceof Y.XmlFragment ? rich.get(0) : undefined;
    if (!(paragraph instanceof Y.XmlElement)) return;
    const first = paragraph.length > 0 ? paragraph.get(0) : undefined;
    if (first instanceof Y.XmlText && first.length >= LETTERS_MAX) first.delete(0, LETTERS_MAX / 2);
    else if (first instanceof Y.XmlText) first.insert(Math.floor(random() * (first.length + 1)), 'a');
    else paragraph.insert(0, [new Y.XmlText('a')]);
  };
  return {
    get room() {
      return room;
    },
    act() {
      if (!room.loaded.get()) return;
      const chance = random();
      const count = notes().length;
      if (count === 0 || (chance < 0.15 && count < NOTES_MAX)) create();
      else if (count >= NOTES_MAX || chance < 0.2) remove();
      else if (chance < 0.7) move();
      else type();
    },
    reload() {
      room.close();
      room = open();
    },
    isSaved() {
      const state = room.state.get();
      return state.status === 'live' && state.saved;
    },
    close: () => room.close(),
  };
}
