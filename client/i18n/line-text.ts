import { lineOfText } from '../../shared/api/text.ts';
import type { Translate } from './catalogue.ts';

/** What is wrong with a line of text. Kept as it is and worded when it is shown: the language may change meanwhile. */
export type LineFault =
  | { readonly code: 'empty' | 'disguised' | 'refused' }
  | { readonly code: 'too-long'; readonly max: number };

/** What the server says of a line that it does not take. */
export const refusedLine: LineFault = { code: 'refused' };

/** @returns undefined when the server will take it. */
export function lineFault(text: string, max: number): LineFault | undefined {
  const result = lineOfText(max).safeParse(text);
  if (result.success) return undefined;
  switch (result.error.issues[0]?.code) {
    case 'too_small':
      return { code: 'empty' };
    case 'too_big':
      return { code: 'too-long', max };
    default:
      return { code: 'disguised' };
  }
}

/** @param empty what is said of a line without words, which depends on what it is for */
export function lineFaultText(fault: LineFault | undefined, empty: string, t: Translate): string | undefined {
  switch (fault?.code) {
    case undefined:
      return undefined;
    case 'empty':
      return empty;
    case 'too-long':
      return t('errors.line-too-long', { count: fault.max });
    case 'disguised':
      return t('errors.line-disguised');
    case 'refused':
      return t('errors.line-refused');
  }
}
