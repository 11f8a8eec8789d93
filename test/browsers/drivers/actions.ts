import type { Hands, Point } from './driver.ts';

/** A device and what it does, tick by tick, as WebDriver spells it: classic and BiDi alike. */
export interface InputSource {
  readonly id: string;
  readonly type: 'key' | 'pointer';
  readonly actions: readonly Readonly<Record<string, unknown>>[];
}

/** Code points that WebDriver gives to keys that write nothing. */
const named: Readonly<Record<string, string>> = {
  Tab: '\ue004',
  Enter: '\ue007',
  Shift: '\ue008',
  Control: '\ue009',
  Escape: '\ue00c',
  Delete: '\ue017',
};

/** Hands of a browser that takes WebDriver's actions. */
export function handsThat(perform: (sources: readonly InputSource[]) => Promise<void>): Hands {
  const keys = (actions: InputSource['actions']): Promise<void> => perform([{ id: 'keys', type: 'key', actions }]);
  return {
    type: (text) =>
      keys(
        [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
    press: (chord) => {
      const held = chord.split('+').map((name) => named[name] ?? name);
      return keys([
        ...held.map((value) => ({ type: 'keyDown', value })),
        ...held.toReversed().map((value) => ({ type: 'keyUp', value })),
      ]);
    },
    click: ({ x, y }: Point) =>
      perform([
        {
          id: 'mouse',
          type: 'pointer',
          actions: [
            { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]),
  };
}
