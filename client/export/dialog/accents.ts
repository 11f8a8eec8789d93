import { contrast } from '../compose/accent.ts';

/** Colours that carry white letters; null is the product's green. */
export const accents = [
  { name: 'green', colour: null, shown: '#143f35' },
  { name: 'blue', colour: '#1c3da1', shown: '#1c3da1' },
  { name: 'violet', colour: '#695894', shown: '#695894' },
  { name: 'plum', colour: '#6b3a51', shown: '#6b3a51' },
  { name: 'rust', colour: '#b9472c', shown: '#b9472c' },
  { name: 'brown', colour: '#8c5704', shown: '#8c5704' },
  { name: 'slate', colour: '#47525f', shown: '#47525f' },
] as const;

/** Whether a line in this colour could hardly be told from paper; WCAG 2.2, success criterion 1.4.11. */
export const isPale = (colour: string): boolean => contrast('#ffffff', colour) < 3;
