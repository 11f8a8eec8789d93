import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../shared/api/boards.ts';
import { writeMarkdown } from '../../../shared/board/report/markdown.ts';
import type { Report } from '../../../shared/board/report/report.ts';
import type { ReportedRound } from '../../../shared/board/report/votes.ts';
import { BoardId, OrganisationId, RoundId } from '../../../shared/protocol/ids.ts';
import { type Ballot, tally } from '../../../shared/session/tally.ts';
import { card, mirror, relation } from './support/cards.ts';
import { boardOf, note, shape, type TestRecord } from './support/records.ts';
import { columnOf, demoBoard, itemsOf, outline, reported, reportOf, sectionOf, tableIn } from './support/reports.ts';

const reportWith = (...records: TestRecord[]): Report => reportOf([reported(boardOf(...records))]);
const verbatimOf = ({ verbatim }: Report) => itemsOf(verbatim?.blocks ?? []);
const frame = (id: string, x: number): TestRecord => shape(id, 'frame', { x, props: { w: 1_000, h: 1_000, name: id } });

describe('[REP4] all that people wrote', () => {
  it('[REP4] notes, texts, drawings and arrows say what they are; no card names who wrote it, only for whom', () => {
    const made = { meta: { author: 'anna' } };
    const report = reportWith(
      note('n', 'on a note\nand more', { ...made, y: -50 }),
      shape('t', 'text', { x: 300, props: { richText: { type: 'doc', content: [] } } }),
      shape('a', 'arrow', { x: 600, props: { text: 'leads to' } }),
      card('c', 'a cause', { voice: 'heard' }, { x: 900, ...made }),
      card('d', 'with an owner', { org: 'org-2' }, { x: 1_200, ...made }),
      card('e', 'of nobody here', { org: 'x'.repeat(21) }, { x: 1_500 }),
    );
    expect(verbatimOf(report).map(({ text, detail }) => [text, detail])).toEqual([
      ['on a note\nand more', 'Note · De Schakel'],
      ['leads to', 'On an arrow'],
      ['a cause', 'Cause · De Schakel · Heard from people affected'],
      ['with an owner', 'Cause · Lumen Fund'],
      ['of nobody here', 'Cause'],
    ]);
    expect(JSON.stringify(report)).not.toContain('anna');
  });

  it('[REP4] a card without a title goes by its note, one without any words by none, each once', () => {
    const report = reportWith(
      card('a', '', { note: 'only a note' }),
      card('b', '', { evidence: 'a list' }, { x: 300 }),
      mirror('m', 'a', { x: 600 }),
    );
    expect(outline(verbatimOf(report))).toEqual(['only a note', '(no words)', '  Evidence: a list']);
  });

  it('[REP4] words that a card keeps from an earlier kind are told as well', () => {
    const report = reportWith(card('a', 'was a lesson', { what_happened: 'it rained' }));
    expect(outline(verbatimOf(report))).toEqual(['was a lesson', '  What we saw: it rained']);
  });

  it('[CLU24] cards of a cluster stand below its name, what is in none comes last', () => {
    const report = reportWith(
      card('a', 'alone'),
      card('b', 'rota', { cluster: 'transport' }, { x: 300 }),
      card('c', 'bins', { cluster: 'waste', note: 'full' }, { x: 600 }),
      card('d', 'trucks', { cluster: ' transport ' }, { x: 900 }),
    );
    expect(outline(verbatimOf(report))).toEqual([
      ...['transport', '  rota', '  trucks', 'waste', '  bins', '    Note: full', 'alone'],
    ]);
    expect(writeMarkdown(report, { title: '', partnership: '', createdAtMs: 0, organisations: [] })).toContain(
      '- **transport**',
    );
  });
});

describe('[REP8] the tree', () => {
  const list = (report: Report) => outline(itemsOf(sectionOf(report, 'tree')?.blocks ?? []));

  it('[REP8] hangs together from the problem down, a cause with two parents once', () => {
    const report = reportWith(
      card('p', 'problem', {}, { kind: 'problem' }),
      card('draft', 'a draft', {}, { kind: 'problem', x: 200 }),
      ...[card('a', 'a', {}, { y: 300 }), card('b', 'b', {}, { x: 300, y: 300 }), card('c', 'c', {}, { y: 600 })],
      ...[card('alone', 'alone', {}, { y: 900 }), card('e', 'effect', {}, { kind: 'effect', y: -300 })],
      ...[relation('1', 'a', 'p'), relation('2', 'b', 'p'), relation('3', 'c', 'a'), relation('4', 'c', 'b')],
      relation('5', 'p', 'e', { kind: 'leads_to' }),
    );
    expect(list(report)).toEqual(['problem', '  a', '    c', '  b', 'alone', 'effect']);
    expect(columnOf(tableIn(report, 'causes'), 'Feeds')).toEqual(['Problem', 'Problem', 'a\nb', '']);
  });

  it('[REP8] circles end, and every card of one is there', () => {
    const report = reportWith(
      ...[card('a', 'a'), card('b', 'b', {}, { x: 300 }), card('c', 'c', {}, { x: 600 })],
      ...[relation('1', 'a', 'b'), relation('2', 'b', 'c'), relation('3', 'c', 'a')],
    );
    expect(
      list(report)
        .map((text) => text.trim())
        .sort(),
    ).toEqual(['a', 'b', 'c']);
  });
});

describe('[REP9] after the boards', () => {
  it('[REP9] decisions with how they were taken, who was there and who was not', () => {
    const report = reportWith(
      card(
        'd',
        'We go on',
        {
          ...{ mode: 'fist-to-five', support: 4.1, date: '2026-09-25', review_on: '2027-01-15' },
          ...{ orgs_present: ['org-1', 'Merel Radio'], orgs_missing: ['org-2'] },
        },
        { kind: 'decision' },
      ),
    );
    const { columns, rows } = tableIn(report, 'decisions');
    expect(columns.map(({ label }, place) => [label, rows[0]?.cells[place]])).toEqual([
      ...[
        ['Decision', 'We go on'],
        ['Decided by', 'Fist to five'],
        ['Support', '4.1'],
      ],
      ...[
        ['Present', 'Korf Supermarkets and Merel Radio'],
        ['Missing', 'Lumen Fund'],
      ],
      ...[
        ['Date', '25\u00a0Sept\u00a02026'],
        ['Review on', '15\u00a0Jan\u00a02027'],
      ],
    ]);
  });

  it('[REP9] roots that rest on little are open questions, as long as no question asks about them', () => {
    const root = (id: string, title: string, fields: object): TestRecord =>
      card(id, title, { is_root: true, ...fields }, { x: 300 * id.length });
    const report = reportWith(
      ...[root('a', 'Rules differ', { confidence: 'low' }), root('bb', 'No van', { evidence_kind: 'assumption' })],
      ...[root('ccc', 'Known well', { confidence: 'high' }), card('x', 'Not chosen', { confidence: 'low' })],
      card('q', 'How do we know: No van?', { owner_org: 'org-1', due: '2026-11-20' }, { kind: 'question' }),
    );
    expect(columnOf(tableIn(report, 'questions'), 'Open question')).toEqual([
      ...['How do we know: No van?', 'How do we know: Rules differ?'],
    ]);
  });

  it('[REP9] the car park holds what stands beside the frames and what was parked; dropped cards are in no table', () => {
    const report = reportWith(
      frame('1 Frame', 0),
      card('in', 'in the frame', {}, { x: 10, y: 10 }),
      card('parked', 'parked', { status: 'parked' }, { x: 10, y: 400 }),
      card('out', 'beside', {}, { x: 5_000 }),
      note('n', 'a note beside', { x: 5_000, y: 400 }),
      card('gone', 'dropped', { status: 'dropped' }, { x: 5_000, y: 800 }),
      card('q', 'asked beside', {}, { kind: 'question', x: 5_000, y: 1_200 }),
    );
    expect(outline(itemsOf(sectionOf(report, 'car-park')?.blocks ?? []))).toEqual([
      'parked',
      'beside',
      'a note beside',
    ]);
    expect(columnOf(tableIn(report, 'causes'), 'Cause')).toEqual(['in the frame', 'beside']);
    expect(verbatimOf(report)).toHaveLength(6);
  });

  it('[REP9] of several boards each tells its name, and no two sections are called the same', () => {
    const other = boardOf(
      card('q', 'asked there', {}, { kind: 'question', x: 5_000 }),
      note('n', 'noted', { x: 9_000 }),
    );
    const report = reportOf([
      reported(demoBoard('root-cause-tree', 'en'), { title: 'Our tree' }),
      reported(demoBoard('actor-map', 'en'), { title: 'Actors', template: 'actor-map' }),
      reported(other, { title: 'Notes', template: 'blank' }),
    ]);
    expect(columnOf(tableIn(report, 'questions'), 'Board')).toEqual([
      ...['Our tree', 'Our tree', 'Our tree', 'Actors', 'Actors', 'Notes'],
    ]);
    expect(sectionOf(report, 'car-park')?.blocks[0]).toEqual({ kind: 'heading', level: 1, text: 'Notes' });
    const headings = report.verbatim?.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toContain('Our tree · 1 Agree the problem');
    expect(headings).toContain('Notes · Outside the frames');
    const ids = [...report.boards.flatMap(({ sections }) => sections), ...report.closing].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('[REP9] what is on a blank board is told once, frame by frame', () => {
    const records = boardOf(
      ...[frame('2 Later', 1_200), frame('1 Now', 0), note('b', 'later', { x: 1_300, y: 50 })],
      note('a', 'now', { x: 50, y: 50 }),
    );
    const report = reportOf([reported(records, { template: 'blank' })]);
    expect(report.boards[0]?.sections).toEqual([]);
    const headings = report.verbatim?.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual(['1 Now', '2 Later']);
    expect(verbatimOf(report)).toHaveLength(2);
  });
});

describe('[REP12] votes', () => {
  const closed = (
    question: string,
    method: ReportedRound['round']['method'],
    closedAtMs: number,
    ballots: readonly Ballot[],
    ids: readonly string[],
  ): ReportedRound => ({
    closedAtMs,
    round: {
      ...{ id: RoundId.parse('r'.repeat(21)), boardId: BoardId.parse('b'.repeat(21)) },
      ...{ question, method, scope: { frameId: null, kind: null }, isOpen: false, openedAtMs: 1 },
    },
    tally: tally({ method, isOpen: false }, ids, ballots),
  });
  const ballot = (organisation: string, votes: Ballot['votes']): Ballot => ({
    organisationId: OrganisationId.parse(organisation.padEnd(21, '_')),
    votes,
  });
  const day = (number: number) => Date.UTC(2026, 9, number, 15);
  const dots = { type: 'dots', perPerson: 3, perCard: 2 } as const;
  const records = boardOf(
    ...['One', 'Two', 'Three', 'Four', 'Five'].map((title, at) => card(title, title, {}, { x: 300 * at })),
    card('secret', 'Secret', { sensitivity: 'core' }, { x: 1_500 }),
  );
  const ids = ['One', 'Two', 'Three', 'Four', 'Five', 'secret', 'gone'].map((id) => `shape:${id}`);
  const many = closed(
    ...(['Which first?', dots, day(14)] as const),
    [
      ...Array.from({ length: 6 }, () => ballot('large', { 'shape:One': 1, 'shape:Four': 1, 'shape:Five': 1 })),
      ...['a', 'b', 'c', 'd'].map((name) => ballot(name, { 'shape:Two': 1, 'shape:Three': 1 })),
    ],
    ids,
  );

  it('[REP12] each round has its day, its voters and the places twice, and says when a large delegation has outvoted the others', () => {
    const fist = closed(
      ...(['Can you live with it?', { type: 'fist' }, day(2)] as const),
      [ballot('a', { question: 5 }), ballot('a', { question: 5 }), ballot('b', { question: 1 })],
      ['question'],
    );
    const section = sectionOf(reportOf([reported(records, { rounds: [many, fist] })]), 'votes');
    expect(section?.title).toBe('Votes');
    const [, , fingers, heading, when, outvoted, table] = section?.blocks ?? [];
    expect(section?.blocks[0]).toEqual({ kind: 'heading', level: 1, text: 'Can you live with it?' });
    expect(fingers).toMatchObject({
      columns: [{ label: 'Fingers' }, { label: 'Meaning' }, { label: 'People' }],
      rows: [{ cells: ['5', 'Support', '2'] }, { cells: ['1', 'Objection, to be heard', '1'] }],
    });
    expect(heading).toEqual({ kind: 'heading', level: 1, text: 'Which first?' });
    expect(when).toMatchObject({ text: '14 October 2026 · 10 voters of 5 organisations' });
    expect(outvoted).toMatchObject({ text: 'The first three differ: a large delegation has outvoted the others.' });
    expect(table).toMatchObject({
      columns: [
        { label: 'Card' },
        { label: 'Dots' },
        { label: 'Place by people' },
        { label: 'Place by organisations' },
      ],
      rows: [
        ...[{ cells: ['Five', '6', '1', '3'] }, { cells: ['Four', '6', '1', '3'] }, { cells: ['One', '6', '1', '3'] }],
        ...[{ cells: ['Three', '4', '4', '1'] }, { cells: ['Two', '4', '4', '1'] }],
      ],
    });
  });

  it('[REP12] of fewer than three people nothing is told, nor places by which two could be found out, and the report says so', () => {
    const two = [ballot('a', { 'shape:One': 2 }), ballot('a', { 'shape:Two': 1 })];
    const few = closed('Which first?', dots, day(3), two, ids);
    const fist = closed(
      'Can you live with it?',
      { type: 'fist' },
      day(4),
      [ballot('a', { question: 1 })],
      ['question'],
    );
    const blocks = sectionOf(reportOf([reported(records, { rounds: [few, fist] })]), 'votes')?.blocks ?? [];
    const told = ['heading', 'paragraph', 'paragraph'];
    expect(blocks.map(({ kind }) => kind)).toEqual([...told, ...told]);
    for (const at of [2, 5])
      expect(blocks[at]).toMatchObject({ text: expect.stringMatching(/^Fewer than three people/) });
    const seen = { ...few.round, isOpen: true };
    const open = { ...few, round: seen, tally: tally(seen, ids, two) };
    const ofOpen = sectionOf(reportOf([reported(records, { rounds: [open] })]), 'votes')?.blocks ?? [];
    expect(ofOpen.map(({ kind }) => kind)).toEqual(told);
    const against = [
      ...Array.from({ length: 4 }, () => ballot('large', { 'shape:One': 2 })),
      ballot('small', { 'shape:Two': 1 }),
    ];
    const one = closed('Which first?', dots, day(3), against, ids);
    const ofOne = sectionOf(reportOf([reported(records, { rounds: [one] })]), 'votes')?.blocks ?? [];
    expect(ofOne.at(-2)).toMatchObject({ text: expect.stringMatching(/^Places by organisation are left out/) });
    expect(ofOne.at(-1)).toMatchObject({ rows: [{ cells: ['One', '8', '1'] }, { cells: ['Two', '1', '2'] }] });
  });

  it('[REP12] of a round of scores it is said how many cards fewer than three people scored, also where no other is left', () => {
    const score = { type: 'score', field: 'weight' } as const;
    const three = [
      ...[ballot('a', { 'shape:One': 4 }), ballot('a', { 'shape:One': 5 })],
      ballot('b', { 'shape:Two': 2 }),
    ];
    const blocksOf = (round: ReportedRound, audience: Audience) =>
      sectionOf(reportOf([reported(records, { rounds: [round], audience })], { audience }), 'votes')?.blocks ?? [];
    const saying = (round: ReportedRound, audience: Audience) =>
      blocksOf(round, audience).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    const none = closed('How heavy?', score, day(3), three, ids);
    expect(blocksOf(none, 'core').map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph']);
    expect(saying(none, 'core').at(-1)).toBe('6 cards with fewer than three scores are left out.');
    expect(saying(none, 'partners').at(-1)).toBe('5 cards with fewer than three scores are left out.');
    const some = closed('How heavy?', score, day(3), [...three, ballot('b', { 'shape:One': 3 })], ids);
    expect(saying(some, 'core').at(-1)).toBe('5 cards with fewer than three scores are left out.');
    expect(blocksOf(some, 'core').at(-1)).toMatchObject({ rows: [{ cells: ['One', '4', '1'] }] });
    const seen = { ...none.round, isOpen: true };
    const open = { ...none, round: seen, tally: tally(seen, ids, three) };
    expect(saying(open, 'core')).toEqual(['3 October 2026 · 3 voters of 2 organisations']);
  });

  it('[REP12] no card is named that these readers do not get, or that is gone; a round of such cards alone is not told', () => {
    const three = Array.from({ length: 3 }, () => ballot('a', { 'shape:secret': 2, 'shape:gone': 1 }));
    const core = closed('Only this?', dots, day(3), three, ids);
    const told = (audience: Audience) =>
      JSON.stringify(
        sectionOf(reportOf([reported(records, { rounds: [core], audience })], { audience }), 'votes') ?? null,
      );
    expect(told('core')).toContain('Secret');
    expect(told('core')).not.toContain('gone');
    expect(told('partners')).toBe('null');
    expect(reportOf([reported(records)]).boards[0]?.sections.map(({ id }) => id)).not.toContain('votes');
  });
});
