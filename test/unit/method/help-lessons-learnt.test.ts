import { describe, expect, it } from 'vitest';
import { type Around, type CardSpec, findingsOf, helpOn, languages } from './support/help.ts';

const board = 'lessons-learnt';
const whole = {
  ...{ why: 'lunch returns come in at 16h', verdict: 'change', next_action: 'Forecast at 17h' },
  ...{ lands_on: 'plan', owner_org: 'Korf', due: '2027-10-15' },
};
const lesson = (id: string, fields: CardSpec['fields'] = whole, more: Partial<CardSpec> = {}): CardSpec => ({
  ...{ id, kind: 'lesson', title: `lesson ${id}`, at: 'lessons/lesson1', fields },
  ...more,
});
const event = (id: string, lane: string, fields: CardSpec['fields'] = {}, title = `event ${id}`): CardSpec => ({
  ...{ id, kind: 'event', title, at: `timeline/${lane}`, fields },
});
const seen = (id: string, fields: CardSpec['fields']): CardSpec => ({
  ...{ id, kind: 'observation', at: 'lens-4l/liked', fields },
});
const of = (rule: string, cards: readonly CardSpec[], around: Around = {}) =>
  findingsOf(rule, helpOn(board, cards, around));
const without = (...names: readonly (keyof typeof whole)[]) =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.some((one) => one === name)));

describe('[HLP5] LES-1 to LES-4: what a lesson says', () => {
  it('[HLP5] LES-1 a lesson that is an event', () => {
    expect(of('LES-1', [lesson('L', {}, { title: 'The van broke down' })])).toEqual(['LES-1 L']);
    expect(of('LES-1', [lesson('L')])).toEqual([]);
    const twin = event('E', 'real', {}, 'The van broke down.');
    expect(of('LES-1', [lesson('L', whole, { title: 'the van broke down' }), twin])).toEqual(['LES-1 L']);
  });
  it('[HLP5] cells of the table of differences and what one is proud of are on their way', () => {
    const onTheWay = [
      lesson('why', {}, { at: 'plan-reality/results.why' }),
      lesson('proud', { verdict: 'keep' }, { at: 'thanks/proud' }),
    ];
    for (const rule of ['LES-1', 'LES-3', 'LES-5']) expect(of(rule, onTheWay)).toEqual([]);
    expect(of('LES-1', [{ ...(onTheWay[0] as CardSpec), also: ['landing/plan'] }])).toEqual(['LES-1 why']);
  });
  it.each(['Communicate better', 'Meer overleg', 'Mieux communiquer', 'Besser kommunizieren', 'More time'])(
    '[HLP5] LES-2 %s, without who and when',
    (title) => {
      for (const language of languages) {
        expect(of('LES-2', [lesson('L', without('due'), { title })], { language })).toEqual(['LES-2 L']);
        expect(of('LES-2', [lesson('L', { ...without('owner_org'), next_action: title })], { language })).toEqual([
          'LES-2 L',
        ]);
      }
      expect(of('LES-2', [lesson('L', whole, { title })])).toEqual([]);
    },
  );
  it('[HLP5] LES-3 no why, or a tree of one level', () => {
    expect(of('LES-3', [lesson('L', without('why'))])).toEqual(['LES-3 L']);
    expect(of('LES-3', [lesson('L')])).toEqual([]);
    const cause = (id: string): CardSpec => ({ id, kind: 'cause', at: 'why/why1' });
    expect(of('LES-3', [cause('a')])).toEqual(['LES-3.tree a']);
    expect(of('LES-3', [cause('a'), cause('b')], { edges: [{ from: 'b', to: 'a', kind: 'causes' }] })).toEqual([]);
  });
  it('[HLP5] LES-3 is silent where LES-1 asks for more', () => {
    expect(of('LES-3', [lesson('L', {})])).toEqual([]);
  });
  it('[HLP5] LES-4 blame and names, for the facilitator', () => {
    const around = { organisations: [{ id: 'o1', name: 'KoelFiets' }] };
    const found = helpOn(board, [lesson('L', { ...whole, why: 'KoelFiets came too late' })], around);
    expect(found.filter(({ rule }) => rule === 'LES-4').map(({ audience }) => audience)).toEqual(['facilitator']);
    expect(of('LES-4', [lesson('L', { ...whole, what_happened: 'Dat is de schuld van de winkel' })])).toEqual([
      'LES-4 L',
    ]);
    expect(of('LES-4', [lesson('L')], around)).toEqual([]);
  });
});

describe('[HLP5] LES-5 to LES-7: what is still open', () => {
  it('[HLP5] LES-5 counts lessons without a place, and actions without owner and date', () => {
    const cards = [lesson('a', without('lands_on')), lesson('b', without('due')), lesson('c')];
    const [finding] = helpOn(board, cards).filter(({ rule }) => rule === 'LES-5');
    expect(finding?.cardIds).toEqual(['shape:a', 'shape:b']);
    expect(finding?.params.count).toBe(2);
    expect(of('LES-5', [lesson('c'), lesson('d', { ...without('due', 'next_action') })])).toEqual([]);
  });
  it('[HLP5] LES-6 only difficulties, or only praise', () => {
    const lens = (liked: number, lacked: number) => [
      ...Array.from({ length: liked }, (_, n) => seen(`l${n}`, { lens_4l: 'liked' })),
      ...Array.from({ length: lacked }, (_, n) => seen(`x${n}`, { lens_kcss: 'stop' })),
    ];
    expect(of('LES-6', lens(1, 4))).toEqual(['LES-6']);
    expect(of('LES-6', lens(1, 3))).toEqual([]);
    expect(of('LES-6', lens(4, 0))).toEqual(['LES-6.praise']);
    expect(of('LES-6', lens(0, 3))).toEqual([]);
    expect(of('LES-6', [...lens(0, 4), seen('k', { lens_kcss: 'keep' }), seen('m', { lens_kcss: 'keep' })])).toEqual(
      [],
    );
  });
  it('[HLP5] LES-7 an empty lane of those affected is urgent once the timeline is drawn', () => {
    const [finding] = helpOn(board, [event('e', 'real')]).filter(({ rule }) => rule === 'LES-7');
    expect(finding?.isUrgent).toBe(true);
    expect(of('LES-7', [event('e', 'real'), event('v', 'lived')])).toEqual([]);
    expect(of('LES-7', [event('m', 'mood')])).toEqual([]);
  });
});

describe('[HLP5] LES-9 to LES-11: how far, how it felt, who is thanked', () => {
  it.each(['Timed in one shop', 'Gemeten in één winkel', 'Mesuré dans un seul magasin', 'In einem Laden gemessen'])(
    '[HLP5] LES-9 everywhere, with evidence from one place: %s',
    (evidence) => {
      const far = { ...whole, travels: 'everywhere' };
      for (const language of languages)
        expect(of('LES-9', [lesson('L', { ...far, evidence })], { language })).toEqual(['LES-9 L']);
      expect(of('LES-9', [lesson('L', { ...far, travels: 'here', evidence })])).toEqual([]);
      expect(of('LES-9', [lesson('L', { ...far, evidence: 'Timed in three shops' })])).toEqual([]);
    },
  );
  it('[HLP5] LES-10 the average falls by two or more from one month to the next', () => {
    const felt = (id: string, date: string, mood: number) => event(id, 'mood', { date, mood });
    const fall = [felt('a', '2027-03-02', 2), felt('b', '2027-03-20', 1), felt('c', '2027-04-11', -1)];
    const [finding] = helpOn(board, fall).filter(({ rule }) => rule === 'LES-10');
    expect(finding?.params.month).toMatchObject({ en: 'April 2027', fr: 'avril 2027' });
    expect(finding?.cardIds).toEqual(['shape:c']);
    expect(of('LES-10', [...fall, felt('d', '2027-04-20', 1)])).toEqual([]);
    expect(of('LES-10', [felt('a', '2027-12-02', 2), felt('c', '2028-01-11', 0)])).toEqual(['LES-10']);
    expect(of('LES-10', [felt('a', '2027-03-02', 2), felt('c', '2027-05-11', -2)])).toEqual([]);
    expect(of('LES-10', [felt('a', '2027-03-02', -2), felt('c', '2027-04-11', 2)])).toEqual([]);
  });
  it('[HLP5] LES-11 who gets no thanks is named to the facilitator only, once there are thanks', () => {
    const around = {
      organisations: [
        { id: 'o1', name: 'Korf' },
        { id: 'o2', name: 'Rondom' },
      ],
    };
    const thanks = (to_org: string): CardSpec => ({
      id: `t ${to_org}`,
      kind: 'thanks',
      at: 'thanks/thank',
      fields: { to_org },
    });
    const [finding] = helpOn(board, [thanks('o1'), lesson('L', { ...whole, org: 'Voices' })], around).filter(
      ({ rule }) => rule === 'LES-11',
    );
    expect(finding?.params.names).toEqual(['Rondom', 'Voices']);
    expect(finding?.audience).toBe('facilitator');
    expect(of('LES-11', [thanks('Korf'), thanks('Rondom')], around)).toEqual([]);
    expect(of('LES-11', [lesson('L')], around)).toEqual([]);
  });
});
