import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Socket } from 'node:net';

export interface TcpProxy {
  /** `http://127.0.0.1:<port>`, in front of the target. */
  readonly address: string;
  /** Connections that are open now. */
  readonly open: number;
  /** From now on nothing comes through in either direction, and nobody is told; until `heal`. */
  blackhole(): void;
  /** Cuts every open connection with a reset. */
  reset(): void;
  /** Refuses new connections, until `heal`. */
  refuse(): void;
  heal(): void;
  close(): Promise<void>;
}

export interface LineQuality {
  /** Delay of each piece of data in each direction. */
  readonly delayMs?: number;
  /** At random up to this much more or less. */
  readonly jitterMs?: number;
  /** Of each direction of each connection. */
  readonly bytesPerSecond?: number;
  /** From 0 to 1. */
  readonly random?: () => number;
}

/** A bad line between clients and a server, inside this process. Order within a connection is kept, as TCP does. */
export async function startTcpProxy(target: string, quality: LineQuality = {}): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  let phase: 'through' | 'blackhole' | 'refusing' = 'through';
  const server = createServer((client) => {
    if (phase === 'refusing') {
      client.resetAndDestroy();
      return;
    }
    const upstream = dial(Number(port), hostname);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    const end = () => {
      // In the hole nobody hears that the other end has gone either.
      if (phase === 'blackhole') return;
      pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    };
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', end);
    }
    const isDark = () => phase === 'blackhole';
    relay(client, upstream, quality, isDark);
    relay(upstream, client, quality, isDark);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get open() {
      return pairs.size;
    },
    blackhole: () => {
      phase = 'blackhole';
    },
    reset: () => {
      for (const pair of [...pairs]) for (const socket of pair) socket.resetAndDestroy();
    },
    refuse: () => {
      phase = 'refusing';
    },
    heal: () => {
      phase = 'through';
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const pair of [...pairs]) for (const socket of pair) socket.destroy();
      await closed;
    },
  };
}

function relay(from: Socket, to: Socket, quality: LineQuality, isDark: () => boolean): void {
  const { delayMs = 0, jitterMs = 0, bytesPerSecond = Number.POSITIVE_INFINITY, random = Math.random } = quality;
  const isPlain = delayMs === 0 && jitterMs === 0 && bytesPerSecond === Number.POSITIVE_INFINITY;
  let freeAtMs = 0;
  from.on('data', (data: Buffer) => {
    // What falls into the hole is gone: the connection cannot go on afterwards, like one whose other end has moved away.
    if (isDark() || to.destroyed) return;
    if (isPlain) {
      to.write(data);
      return;
    }
    const nowMs = performance.now();
    const travelMs = Math.max(0, delayMs + (random() * 2 - 1) * jitterMs);
    freeAtMs = Math.max(freeAtMs + (data.length / bytesPerSecond) * 1_000, nowMs + travelMs);
    setTimeout(() => {
      if (!isDark() && !to.destroyed) to.write(data);
    }, freeAtMs - nowMs);
  });
  from.on('end', () => {
    if (!isDark()) to.end();
  });
}
