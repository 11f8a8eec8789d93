import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What the network does to those behind it. */
export type Weather =
  | 'fine'
  /** Nothing gets through, and what was open is gone. */
  | 'gone'
  /** Web pages yes, live connections no. */
  | 'no-sockets'
  /** Live connections ask for an older protocol than they wanted to. */
  | 'old-protocol';

/** A network between browsers and a server, of which the test decides what comes through. */
export interface BadNetwork {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  become(weather: Weather): void;
  stop(): Promise<void>;
}

export async function startBadNetwork(serverAddress: string): Promise<BadNetwork> {
  const port = Number(new URL(serverAddress).port);
  const open = new Set<Socket>();
  let weather: Weather = 'fine';
  const destroyAll = () => {
    for (const socket of open) socket.destroy();
  };
  const track = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
  };

  const server = createServer((client) => {
    if (weather === 'gone') {
      client.destroy();
      return;
    }
    track(client);
    const upstream = connect(port, '127.0.0.1');
    track(upstream);
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    client.once('close', end);
    upstream.once('close', end);
    client.on('data', (chunk: Buffer) => {
      const isUpgrade = /^GET \/sync\//.test(chunk.toString('latin1', 0, 16));
      if (weather === 'no-sockets' && isUpgrade) end();
      else upstream.write(weather === 'old-protocol' && isUpgrade ? withOldProtocol(chunk) : chunk);
    });
    upstream.on('data', (chunk: Buffer) => client.write(chunk));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become(next) {
      weather = next;
      if (next === 'gone') destroyAll();
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      destroyAll();
      await closed;
    },
  };
}

/** Other bytes of a request are as they were. */
const withOldProtocol = (request: Buffer): Buffer =>
  Buffer.from(request.toString('latin1').replace(/([?&]protocol=)\d+/, '$11'), 'latin1');
