import type { cards as source } from '../en/cards.ts';
import type { Translation } from '../message.ts';

export const cards: Translation<typeof source> = {};
