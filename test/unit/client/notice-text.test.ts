import { expect, it } from 'vitest';
import { loadBoardCatalogue, translator } from '../../../client/i18n/catalogue.ts';
import { languages } from '../../../client/i18n/language.ts';
import { createEchoGuard, noticeText } from '../../../client/pages/board/notice-text.ts';
import { type Notice, PutBackReason } from '../../../shared/protocol/messages.ts';

const putBack = (...reasons: PutBackReason[]): Notice => ({
  code: 'put-back',
  records: reasons.map((reason, index) => ({ id: `shape:${index}`, reason })),
});

it('[PAGE20] every notice has a sentence in every language, with whoever is behind it', async () => {
  for (const language of languages) {
    const t = translator(await loadBoardCatalogue(language), language);
    const notices: readonly Notice[] = [
      { code: 'read-only' },
      { code: 'not-stored' },
      { code: 'stored-again' },
      ...PutBackReason.options.map((reason) => putBack(reason)),
      putBack('locked', 'invalid'),
      putBack(),
    ];
    const said = notices.map((notice) => noticeText(notice, t));
    for (const text of said) expect(text).toMatch(/^(?!boardPage\.|history\.).+[.]$/);
    for (const what of ['version', 'deleted', 'person'] as const) {
      expect(noticeText({ code: 'restored', what, by: 'Fatima' }, t)).toMatch(/^Fatima .+\.$/);
    }
  }
});

it('[PAGE20] however many records were put back, and whyever, it is one sentence', async () => {
  const t = translator(await loadBoardCatalogue('en'), 'en');
  const one = noticeText(putBack('locked'), t);
  expect(noticeText(putBack('locked', 'locked', 'locked'), t)).toBe(one);
  expect(noticeText(putBack('locked', 'invalid'), t)).not.toBe(one);
});

it('[PAGE20] a sentence that goes on coming is said once, and again after a silence', () => {
  const isFresh = createEchoGuard(8_000);
  const said = [0, 500, 7_000, 14_000, 22_000].map((nowMs) => isFresh('locked', nowMs));
  expect(said).toEqual([true, false, false, false, true]);
  expect(isFresh('another', 22_001)).toBe(true);
});
