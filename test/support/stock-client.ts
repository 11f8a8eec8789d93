import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Subprotocol } from '../../shared/protocol/messages.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';
import { eventually } from './wait.ts';

/** A stock y-websocket client, as any program would use it: nothing of ours but the bearer subprotocol. */
export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Resolves when the first exchange with the server is over. */
  synced(): Promise<void>;
  /** Resolves with the code of the next close, final or not. */
  closed(): Promise<number>;
  destroy(): void;
}

export interface StockClientOptions {
  /** Address of the server, `http://…` or `ws://…`. */
  readonly address: string;
  readonly room: RoomName;
  readonly token: string;
  readonly doc?: Y.Doc;
  /** False for a client that is to open when `provider.connect()` is called. */
  readonly connect?: boolean;
  /** Further headers of the upgrade request. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function connectStock({ address, room, token, doc = new Y.Doc(), connect, headers }: StockClientOptions) {
  const HeaderedWebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { ...headers } });
    }
  };
  const provider = new WebsocketProvider(`${address.replace(/^http/, 'ws').replace(/\/$/, '')}/sync`, room, doc, {
    WebSocketPolyfill: HeaderedWebSocket as unknown as typeof globalThis.WebSocket,
    protocols: [Subprotocol.v1, `${Subprotocol.bearerPrefix}${token}`],
    disableBc: true,
    ...(connect !== undefined && { connect }),
  });
  const client: StockClient = {
    doc,
    provider,
    synced: () =>
      eventually(
        'sync',
        () => provider.synced,
        (changed) => {
          provider.on('sync', changed);
          return () => provider.off('sync', changed);
        },
      ),
    closed: async () => {
      let code: number | null = null;
      await eventually(
        'the close of a connection',
        () => code !== null,
        (changed) => {
          const onClose = (event: { code: number } | null) => {
            code = event?.code ?? 0;
            changed();
          };
          provider.on('connection-close', onClose);
          return () => provider.off('connection-close', onClose);
        },
      );
      return code ?? 0;
    },
    destroy: () => {
      provider.destroy();
      doc.destroy();
    },
  };
  return client;
}
