import { expect, test } from 'vitest';
import { nextPlace } from '../../../client/facilitation/decision/place.ts';
import { recentSupport } from '../../../client/facilitation/decision/support.ts';
import type { ClosedRound } from '../../../shared/api/voting.ts';
import { BoardId, OrganisationId, RoundId } from '../../../shared/protocol/ids.ts';
import { tally } from '../../../shared/session/tally.ts';
import { QUESTION, type VotingMethod } from '../../../shared/session/voting.ts';

const minute = 60_000;
const hour = 60 * minute;
const organisationId = OrganisationId.parse('o'.repeat(21));

function closed(method: VotingMethod, closedAtMs: number, values: readonly number[]): ClosedRound {
  const ballots = values.map((value) => ({ organisationId, votes: { [QUESTION]: value } }));
  return {
    round: {
      ...{ id: RoundId.parse('r'.repeat(21)), boardId: BoardId.parse('b'.repeat(21)), question: 'Can we back it?' },
      ...{ method, scope: { frameId: null, kind: null }, isOpen: false, openedAtMs: closedAtMs - minute },
    },
    closedAtMs,
    tally: tally({ method, isOpen: false }, [QUESTION], ballots),
    ballots: null,
  };
}

test('[DEC1] a decision has the support of the last fist to five, to a tenth, if that was within the hour', () => {
  const last = closed({ type: 'fist' }, 5 * hour, [5, 4, 4]);
  expect(recentSupport([last, closed({ type: 'fist' }, 4 * hour, [0])], 5 * hour + minute)).toBe(4.3);
  const dots = closed({ type: 'dots', perPerson: 3, perCard: 1 }, 5 * hour + minute, []);
  expect(recentSupport([dots, last], 5 * hour + 2 * minute)).toBe(4.3);
  expect(recentSupport([last], 6 * hour + minute)).toBeNull();
  expect(recentSupport([closed({ type: 'fist' }, 5 * hour, [])], 5 * hour)).toBeNull();
  expect(recentSupport([], 5 * hour)).toBeNull();
});

test('[DEC2] decisions stand in a row below their frame, each beside what is there', () => {
  const frame = { x: 1_000, y: 200, w: 1_600, h: 1_131 };
  const first = nextPlace(frame, [frame]);
  expect(first).toEqual({ x: 1_140, y: 1_471 });
  const boxOf = ({ x, y }: typeof first) => ({ x: x - 140, y: y - 80, w: 280, h: 160 });
  const second = nextPlace(frame, [frame, boxOf(first)]);
  expect(second).toEqual({ x: 1_444, y: 1_471 });
  // A sketch that somebody left there.
  const sketch = { x: 1_300, y: 1_400, w: 900, h: 30 };
  expect(nextPlace(frame, [frame, boxOf(first), sketch]).x).toBe(2_356);
  expect(nextPlace(null, [])).toEqual({ x: 140, y: 140 });
});
