import { CloseCode, isFinal } from '../../shared/protocol/close-codes.ts';
import type { Failure } from '../api/call.ts';
import type { Translate } from './catalogue.ts';

/** What happened, then what is safe and what to do. */
export interface FailureText {
  readonly title: string;
  readonly text: string;
}

export function failureText(failure: Failure, t: Translate): FailureText {
  const code = failure.kind === 'problem' ? failure.problem.code : failure.kind;
  return { title: t(`errors.${code}.title`), text: t(`errors.${code}.text`) };
}

/** Both in one line. */
export function failureSentence(failure: Failure, t: Translate): string {
  const { title, text } = failureText(failure, t);
  return `${title}. ${text}`;
}

type FinalCloseCode = Exclude<CloseCode, typeof CloseCode.restart | typeof CloseCode.internal | typeof CloseCode.full>;

const finalCodes: ReadonlySet<number> = new Set(Object.values(CloseCode).filter(isFinal));
const isKnownFinal = (code: number): code is FinalCloseCode => finalCodes.has(code);

/** @returns null for a code after which the page reconnects by itself. */
export function closeText(code: number, t: Translate): FailureText | null {
  if (!isKnownFinal(code)) return null;
  return { title: t(`errors.closed-${code}.title`), text: t(`errors.closed-${code}.text`) };
}
