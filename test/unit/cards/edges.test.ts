import { describe, expect, test } from 'vitest';
import { joining } from '../../../client/cards/actions/edges.ts';
import { numbered } from '../../../client/cards/tools/places.ts';
import { mayJoin } from '../../../shared/method/cards/relations.ts';

describe('what may be linked', () => {
  test('[ACT19] the kinds of two cards say how they can be joined, the likeliest first', () => {
    expect(joining('cause', 'problem')).toEqual(['causes']);
    expect(joining('cause', 'cause')).toEqual(['causes', 'feeds_back']);
    expect(joining('problem', 'effect')).toEqual(['leads_to']);
    expect(joining('impact', 'cause')).toEqual(['rooted_in']);
    expect(joining('actor', 'problem')).toEqual([]);
    expect(mayJoin('causes', 'problem', 'cause')).toBe(false);
  });
});

test('[ACT23] zones of a page that are called the same are told apart by a number, others keep their name', () => {
  const zone = (zoneId: string, name: string) => ({ frameId: 'fivewhys', zoneId, frame: '5 Five whys', zone: name });
  const names = numbered([zone('a', 'Why? 1'), zone('b', 'Why? 1'), zone('c', 'What happens?')]).map((one) => one.zone);
  expect(names).toEqual(['Why? 1 (1)', 'Why? 1 (2)', 'What happens?']);
});
