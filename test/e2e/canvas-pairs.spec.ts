import { expect, test } from '@playwright/test';
import { isDelete, isUndo, type Pair, pairs } from './pages-canvas/pairs-table.ts';
import { openLab } from './support/lab-page.ts';

const page = openLab();
let last = '';

/** @returns of each pair that is not as it is wished, what is wrong, by who comes back first and who has the greater id. */
const play = (list: readonly Pair[]): Promise<string[]> =>
  page().evaluate(async (list) => {
    const room = lab.pairs.openPairsRoom(new lab.Room(3));
    const wrong: string[] = [];
    let run = 0;
    for (const pair of list)
      {console.info(`${pair.a} ∥ ${pair.b} on ${pair.relation}`);for (const first of ['a', 'b'] as const)
        for (const greater of ['a', 'b'] as const) {
          run += 1;
          const faults = await lab.pairs
            .playPair(room, pair, { first, greater }, run)
            .catch((error: unknown) => [String((error as Error).stack)]);
          if (faults.length > 0)
            wrong.push(`${pair.a} ∥ ${pair.b} on ${pair.relation}, first ${first}, greater ${greater}: ${faults.join('; ')}`);
        }}
    return wrong;
  }, list);

const select = (keep: (pair: Pair) => boolean) => pairs.filter(keep);
const isOf = (pair: Pair, is: (action: Pair['a']) => boolean) => is(pair.a) || is(pair.b);

for (const [title, list] of [['all', select(() => true)]] as const)
  test(`[PAIR1] ${title}`, async () => {
    test.setTimeout(Number(process.env.T ?? 120_000)); page().on('console', (m) => { if (m.type() === 'info') last = m.text(); });
 setTimeout(() => console.log('LAST', last), 60_000).unref();
    const t = Date.now();
    const wrong = await play(list.slice(Number(process.env.FROM ?? 0), Number(process.env.TO ?? 9999)));
    console.log(list.length, Date.now() - t, wrong.length);
    console.log(wrong.map((w) => w.slice(0, 400)).join('\n'));
    expect(wrong.length).toBe(0);
  });
void isDelete; void isUndo; void isOf;
