import type { WebSocket } from 'ws';
import { connectClients, schedule } from './clients.ts';
import { pause } from './figures.ts';
import { residentBytes, type Subject } from './subjects.ts';
import { encodeSyncStep1 } from './wire.ts';

const few = 20;
const more = 200;
const cursorsPerSecond = 5;
const warmUpMs = 4_000;
const deaf = 3;
/** Each is answered with the whole board, until too much of that waits. */
const questions = 10;
const questionEveryMs = 300;

/** @returns what one more connection costs, in bytes, of which each shows where its cursor is */
export async function measureConnection(subject: Subject): Promise<number> {
  const at = async (count: number) => {
    const clients = await connectClients(subject, count);
    const stop = schedule(
      clients.map(({ moveCursor }, n) => ({ act: moveCursor, perSecond: cursorsPerSecond, phase: n / count })),
    );
    await pause(warmUpMs);
    return { bytes: residentBytes(subject.pid), clients, stop };
  };
  const before = await at(few);
  const after = await at(more);
  before.stop();
  after.stop();
  for (const { socket } of [...before.clients, ...after.clients]) socket.terminate();
  return (after.bytes - before.bytes) / more;
}

/** @returns what each reader costs that asks and never reads, in bytes, on a board on which others work */
export async function measureDeaf(subject: Subject): Promise<number> {
  const clients = await connectClients(subject, few);
  const stop = schedule(clients.map(({ drag }, n) => ({ act: drag, perSecond: 15, phase: n / few })));
  await pause(warmUpMs);
  // Those who read come first, so that what is left of them and of the answers themselves is there already.
  const readers = await ask(subject, { isReading: true });
  const before = residentBytes(subject.pid);
  const sockets = await ask(subject, { isReading: false });
  const after = residentBytes(subject.pid);
  stop();
  for (const socket of [...readers, ...sockets, ...clients.map((client) => client.socket)]) socket.terminate();
  return Math.max(0, after - before) / deaf;
}

async function ask(subject: Subject, { isReading }: { readonly isReading: boolean }): Promise<readonly WebSocket[]> {
  const sockets: WebSocket[] = [];
  for (const { socket } of await connectClients(subject, deaf)) {
    if (!isReading) socket.pause();
    sockets.push(socket);
  }
  for (let question = 0; question < questions; question++) {
    for (const socket of sockets) socket.send(encodeSyncStep1());
    await pause(questionEveryMs);
  }
  return sockets;
}
