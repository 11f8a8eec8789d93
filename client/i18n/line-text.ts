import { lineOfText } from '../../shared/api/text.ts';
import type { Translate } from './catalogue.ts';

type LineName = 'name' | 'organisation' | 'title';

/** @returns what is wrong with a line of text in the user's words; undefined when the server will take it. */
export function checkLine(text: string, name: LineName, max: number, t: Translate): string | undefined {
  const result = lineOfText(max).safeParse(text);
  if (result.success) return undefined;
  switch (result.error.issues[0]?.code) {
    case 'too_small':
      return t(`errors.empty.${name}`);
    case 'too_big':
      return t('errors.line-too-long', { count: max });
    default:
      return t('errors.line-disguised');
  }
}
