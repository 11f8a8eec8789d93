import { useEffect, useState } from 'react';
import { getClientConfig } from '../../api/client-config.ts';

interface CanvasConfig {
  /** tldraw's licence key, where the operator has one. */
  readonly licenseKey: string | undefined;
}

/** Null until the server has answered. Without an answer the board opens all the same. */
export function useClientConfig(): CanvasConfig | null {
  const [config, setConfig] = useState<CanvasConfig | null>(null);
  useEffect(() => {
    let wanted = true;
    void getClientConfig().then((answer) => {
      if (wanted) setConfig({ licenseKey: answer.ok ? answer.value.licenseKey : undefined });
    });
    return () => {
      wanted = false;
    };
  }, []);
  return config;
}
