import { z } from 'zod';
import type { Driver, Point } from './drivers/driver.ts';

const patienceMs = 45_000;

/** An element as a person finds it: what it is (a selector), and what it says or is labelled with. */
export interface Target {
  readonly css: string;
  readonly says: string;
}

export const button = (says: string): Target => ({ css: 'button', says });
const field = (says: string): Target => ({ css: 'input, textarea', says });

/** Runs in the page: the middle of the element once it stands still and nothing lies over it. */
const middleOf = ({ css, says }: Target): string => `new Promise((resolve, reject) => {
  const words = (text) => (text ?? '').replaceAll(/\\s+/g, ' ').trim();
  const namesOf = (element) => [
    element.getAttribute('aria-label'), element.textContent, element.title,
    ...[...(element.labels ?? [])].map((label) => label.textContent),
  ].map(words);
  const deadline = performance.now() + ${patienceMs};
  let before = '';
  const look = () => {
    let why = 'not there';
    for (const element of document.querySelectorAll(${JSON.stringify(css)})) {
      if (!namesOf(element).some((name) => name.includes(${JSON.stringify(says)}))) continue;
      const { x, y, width, height } = element.getBoundingClientRect();
      const middle = { x: x + width / 2, y: y + height / 2 };
      const top = document.elementFromPoint(middle.x, middle.y);
      if (top === null || !(element.contains(top) || top.contains(element))) {
        why = 'covered by ' + top?.outerHTML.slice(0, 120);
        continue;
      }
      // A button that is busy says so to those who look, and takes no click.
      if (element.disabled || element.ariaDisabled === 'true') { why = 'disabled'; continue; }
      const place = [x, y, width, height].join();
      if (place === before) return resolve(middle);
      before = place;
    }
    if (performance.now() > deadline) return reject(new Error(${JSON.stringify(`${css} saying "${says}": `)} + why));
    // Frames, and timers where no frame is drawn.
    setTimeout(() => requestAnimationFrame(look), 20);
  };
  look();
})`;

/** A person who looks for things by their words and acts on them with mouse and keyboard. */
export interface PersonAt {
  /** Waits for it and clicks in its middle. */
  click(target: Target): Promise<void>;
  /** Clicks into a field and types. */
  fill(says: string, text: string): Promise<void>;
  /** Waits until an element of a selector holds a text. */
  sees(css: string, text: string): Promise<void>;
  /** Waits until the text that was opened takes keys, and goes on taking them. */
  canWrite(): Promise<void>;
  /** Undoes step by step until no text on the canvas says it: how many steps a note is depends on what else was done. */
  undoUntilGone(text: string): Promise<void>;
}

export function personAt(driver: Driver): PersonAt {
  const click = async (target: Target): Promise<void> => {
    const { x, y }: Point = Middle.parse(await driver.evaluate(middleOf(target)));
    await driver.click({ x, y });
  };
  const waitFor = async (condition: string, what: string, looks = 1): Promise<void> => {
    if (!(await driver.evaluate(within(patienceMs, condition, looks)))) throw new Error(`waited in vain for ${what}`);
  };
  return {
    click,
    fill: async (says, text) => {
      await click(field(says));
      await driver.type(text);
    },
    sees: (css, text) => waitFor(isThere(css, text), `${css} with "${text}"`),
    canWrite: () => waitFor('document.activeElement?.isContentEditable', 'an open text', settledLooks),
    undoUntilGone: async (text) => {
      const isGone = `!${isThere('.tl-canvas', text)}`;
      for (let step = 0; step < undoStepsMax; step++) {
        await driver.press('Control+z');
        if (await driver.evaluate(within(undoMs, isGone))) return;
      }
      throw new Error(`undo does not take back "${text}"`);
    },
  };
}

/** Looks in a row that find the text open: the editor settles its caret a tenth of a second after it. */
const settledLooks = 10;

const undoStepsMax = 5;
const undoMs = 2_000;

const isThere = (css: string, text: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(css)})].some((element) => element.textContent.includes(${JSON.stringify(text)}))`;

/** Expression that waits in the page until so many looks in a row find a condition; whether they did in time. */
const within = (ms: number, condition: string, looks = 1): string => `new Promise((resolve) => {
  const deadline = performance.now() + ${ms};
  let found = 0;
  const look = () => {
    found = ${condition} ? found + 1 : 0;
    if (found === ${looks}) resolve(true);
    else if (performance.now() > deadline) resolve(false);
    else setTimeout(look, 50);
  };
  look();
})`;

const Middle = z.object({ x: z.number(), y: z.number() });
