import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type OpenRoom, openRoom } from '../../client/sync/open-room.ts';
import { recordsOf } from '../../shared/board/document.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { noteGroups } from '../support/notes.ts';

/** Notes of one bot at most; beyond that it deletes before it makes another, as a board does not grow for ever either. */
const NOTES_MAX = 20;

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
  let mine: string[] = [];

  const noteOf = (id: string) => recordsOf(room.doc).get(id);
  const any = () => mine[Math.floor(random() * mine.length)] ?? '';
  const create = () => {
    made += 1;
    const id = `shape:${name}-${made}`;
    mine.push(id);
    recordsOf(room.doc).set(id, noteGroups(id, name));
  };
  const remove = () => {
    const id = any();
    mine = mine.filter((other) => other !== id);
    if (noteOf(id) !== undefined) recordsOf(room.doc).delete(id);
  };
  const move = () => noteOf(any())?.set('at', [Math.round(random() * 4_000), Math.round(random() * 2_000), 0]);
  const type = () => {
    const rich = noteOf(any())?.get('rich');
    const paragraph = rich instanceof Y.XmlFragment ? rich.get(0) : undefined;
    if (!(paragraph instanceof Y.XmlElement)) return;
    const first = paragraph.length > 0 ? paragraph.get(0) : undefined;
    if (first instanceof Y.XmlText) first.insert(Math.floor(random() * (first.length + 1)), 'a');
    else paragraph.insert(0, [new Y.XmlText('a')]);
  };
  return {
    get room() {
      return room;
    },
    act() {
      if (!room.loaded.get()) return;
      const chance = random();
      if (mine.length === 0 || (chance < 0.15 && mine.length < NOTES_MAX)) create();
      else if (mine.length >= NOTES_MAX || chance < 0.2) remove();
      else if (chance < 0.7) move();
      else type();
    },
    reload() {
      room.close();
      room = open();
      // What was not saved is lost with the tab.
      mine = [];
    },
    isSaved() {
      const state = room.state.get();
      return state.status === 'live' && state.saved;
    },
    close: () => room.close(),
  };
}
