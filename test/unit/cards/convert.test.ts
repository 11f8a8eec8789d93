import type { TLShape } from 'tldraw';
import { expect, it } from 'vitest';
import { isConvertible } from '../../../client/cards/actions/convert.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';

it('[CRD11] words that a template put there are nobody’s, and do not become a card', () => {
  const box = (words: string) =>
    ({
      ...{ typeName: 'shape', type: 'geo', meta: { starter: 'Who is affected?' } },
      props: { richText: plainRichText(words) },
    }) as unknown as TLShape;
  expect([box('Who is affected?'), box('Volunteers'), box('')].map(isConvertible)).toEqual([false, true, false]);
});
