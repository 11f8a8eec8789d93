import { useEffect, useState } from 'react';
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts';
import { getClientConfig } from '../../api/client-config.ts';

export interface CanvasConfig {
  /** tldraw's licence key, where the operator has one. */
  readonly licenseKey: string | undefined;
  /** The server speaks another version than this page. */
  readonly isOtherVersion: boolean;
}

const withoutServer: CanvasConfig = { licenseKey: undefined, isOtherVersion: false };
/** A board that is in this browser does not wait longer for a server that may be gone. */
const answerMaxMs = 3_000;

/** Null until the server has answered. Without an answer the board opens all the same. */
export function useClientConfig(): CanvasConfig | null {
  const [config, setConfig] = useState<CanvasConfig | null>(null);
  useEffect(() => {
    let wanted = true;
    const take = (next: CanvasConfig) => {
      clearTimeout(timer);
      if (wanted) setConfig(next);
      // The canvas cannot change its key any more.
      wanted = false;
    };
    const timer = setTimeout(() => take(withoutServer), answerMaxMs);
    void getClientConfig().then((answer) => {
      if (!answer.ok) return take(withoutServer);
      const { licenseKey, protocol } = answer.value;
      take({ licenseKey, isOtherVersion: protocol !== PROTOCOL_VERSION });
    });
    return () => {
      clearTimeout(timer);
      wanted = false;
    };
  }, []);
  return config;
}
