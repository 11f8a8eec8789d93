import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes: begun last, each would run alone at the end. */
const slowest = [
  'test/integration/http/kill.test.ts',
  'test/unit/model/model.test.ts',
  'test/integration/rooms/stock.test.ts',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = slowest.findIndex((path) => moduleId.endsWith(path));
  return rank === -1 ? slowest.length : rank;
};

/** The order of test files: the slowest first, the others as Vitest would have them. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => rankOf(one) - rankOf(other));
  }
}
