import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { canvasInk, printInk, tokenValues } from '../../../client/canvas/template-shapes/paint.ts';
import { wrapText } from '../../../client/canvas/template-shapes/wrap.ts';

/** Every letter one unit wide. */
const letters = (text: string): number => Array.from(text).length;

it('[MET16] text breaks at white space and keeps lines within their width', () => {
  expect(wrapText('one two three', 7, letters)).toEqual(['one two', 'three']);
  expect(wrapText('one\ntwo', 20, letters)).toEqual(['one', 'two']);
  expect(wrapText('one  two', 20, letters)).toEqual(['one two']);
  expect(wrapText('', 20, letters)).toEqual(['']);
});

it('[MET16] a long word breaks at its soft hyphens, else where the line ends', () => {
  expect(wrapText('Kommuni\u00adkation', 10, letters)).toEqual(['Kommuni-', 'kation']);
  expect(wrapText('Kommuni\u00adkation', 20, letters)).toEqual(['Kommunikation']);
  expect(wrapText('Die Kommuni\u00adkation', 12, letters)).toEqual(['Die Kommuni-', 'kation']);
  expect(wrapText('Die Kommuni\u00adkation', 8, letters)).toEqual(['Die', 'Kommuni-', 'kation']);
  expect(wrapText('ab unbreakable', 4, letters)).toEqual(['ab', 'unbr', 'eaka', 'ble']);
  expect(wrapText('👩‍👩‍👧👩‍👩‍👧', 5, letters)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
});

it('[MET16] words that a no-break space joins stay together', () => {
  expect(wrapText('Et pourquoi\u00a0?', 11, letters)).toEqual(['Et', 'pourquoi\u00a0?']);
});

it('[MET16] what does not fit ends in an ellipsis', () => {
  expect(wrapText('one two three four', 7, letters, 2)).toEqual(['one two', 'three…']);
  expect(wrapText('one two threefour', 7, letters, 1)).toEqual(['one tw…']);
});

it('[MET17] the colours of a printed page are those of the design tokens', () => {
  const css = readFileSync(new URL('../../../client/ui/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = css.toLowerCase().split(/\[data-theme=['"]dark['"]\]/);
  const valueIn = (block: string, token: string) => new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(block)?.[1];
  for (const [token, values] of Object.entries(tokenValues)) {
    expect([valueIn(light, token), valueIn(dark, token)], token).toEqual(values.map((value) => value.toLowerCase()));
  }
});

it('[MET17] a colour is a variable on the canvas and its value on a printed page', () => {
  expect(canvasInk({ token: 'sunk' })).toBe('var(--sunk)');
  expect(canvasInk({ token: 'pine', percent: 40 })).toBe('color-mix(in srgb, var(--pine) 40%, var(--frame))');
  expect(printInk(false)({ token: 'sunk' })).toBe('#f1f0ea');
  expect(printInk(true)({ token: 'sunk' })).toBe('#151c1b');
  expect(printInk(false)({ token: 'panel', percent: 50 })).toBe('#fdfdfc');
});
