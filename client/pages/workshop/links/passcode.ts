import { passcodeMin, textLimits } from '../../../../shared/protocol/limits.ts';
import type { Translate } from '../../../i18n/catalogue.ts';
import { type LineFault, lineFault, lineFaultText } from '../../../i18n/line-text.ts';

const digits = 6;

/** A code that can be said aloud and typed on a phone's keys. */
export function suggestPasscode(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 10 ** digits).padStart(digits, '0');
}

export type CodeFault = LineFault | { readonly code: 'too-short' };

/** What is wrong with a code for a link. @param code null where it asks for none */
export function codeFault(code: string | null): CodeFault | undefined {
  if (code === null) return undefined;
  const fault = lineFault(code, textLimits.passcode);
  return fault ?? (code.trim().length < passcodeMin ? { code: 'too-short' } : undefined);
}

export const codeFaultText = (fault: CodeFault | undefined, t: Translate): string | undefined =>
  fault?.code === 'too-short'
    ? t('links.codeShort', { count: passcodeMin })
    : lineFaultText(fault, t('links.codeEmpty'), t);
