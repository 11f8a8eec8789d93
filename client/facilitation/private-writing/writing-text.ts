import type { Translate } from '../../i18n/catalogue.ts';

/** What somebody does while people write privately: reveal it, write, or read along. */
export type WritingPart = 'leads' | 'writes' | 'watches';

interface WritingText {
  readonly title: string;
  readonly text: string;
}

/** Who sees what is written, and whether it has names. */
export function writingText(part: WritingPart, isAnonymous: boolean, t: Translate): WritingText {
  switch (part) {
    case 'watches':
      return { title: t('privateWriting.watching'), text: t('privateWriting.watchingText') };
    case 'writes':
      return {
        title: t('privateWriting.on'),
        text: isAnonymous
          ? `${t('privateWriting.onlyYou')} ${t('privateWriting.noName')}`
          : t('privateWriting.onlyYou'),
      };
    case 'leads':
      return {
        title: t('privateWriting.on'),
        text: isAnonymous
          ? `${t('privateWriting.onlyThey')} ${t('privateWriting.noNames')}`
          : t('privateWriting.onlyThey'),
      };
  }
}
