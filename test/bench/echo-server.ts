/**
 * The ruler: a server that knows nothing. Every message goes to everybody else, one write each; whoever asks for the
 * state gets it ready-made. Started with the file of that state.
 */
import { readFileSync } from 'node:fs';
import { type WebSocket, WebSocketServer } from 'ws';
import { MessageType, SyncType } from '../../shared/protocol/messages.ts';
import { encodeSyncStep2 } from './wire.ts';

const [, , stateFile = ''] = process.argv;
const answer = encodeSyncStep2(readFileSync(stateFile));
const sockets = new Set<WebSocket>();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });

server.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  socket.on('message', (data: Buffer) => {
    if (data[0] === MessageType.sync && data[1] === SyncType.step1) return socket.send(answer);
    for (const other of sockets) if (other !== socket) other.send(data);
  });
});
server.on('listening', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.stdout.write(`${address.port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
