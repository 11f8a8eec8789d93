import { lineOfText } from '../../../../shared/api/text.ts';
import { passcodeMin, textLimits } from '../../../../shared/protocol/limits.ts';
import type { Translate } from '../../../i18n/catalogue.ts';

const digits = 6;

/** A code that can be said aloud and typed on a phone's keys. */
export function suggestPasscode(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** What is wrong with a code for a link. @param code null where it asks for none */
export function codeError(code: string | null, t: Translate): string | undefined {
  if (code === null) return undefined;
  const { length } = code.trim();
  if (length === 0) return t('links.codeEmpty');
  if (length < passcodeMin) return t('links.codeShort', { count: passcodeMin });
  if (length > textLimits.passcode) return t('errors.line-too-long', { count: textLimits.passcode });
  return lineOfText(textLimits.passcode).safeParse(code).success ? undefined : t('errors.line-disguised');
}
