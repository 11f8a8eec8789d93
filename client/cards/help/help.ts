import { createContext, use } from 'react';
import type { Signal } from 'tldraw';
import type { Finding, HelpText } from '../../../shared/method/help/finding.ts';

/** The automatic help of the board that is open. */
export interface Help {
  /** Everything that is worth a look, what was put aside among it. Follows the board when nobody is busy. */
  readonly findings: Signal<readonly Finding[]>;
  readonly textOf: (finding: Finding) => HelpText;
  /** @param reason up to `reasonMax` */
  dismiss(finding: Finding, reason: string): void;
  bringBack(finding: Finding): void;
}

/** Null on boards without help, for those who only read, and until it is loaded. */
export const HelpContext = createContext<Help | null>(null);

export const useHelp = (): Help | null => use(HelpContext);
