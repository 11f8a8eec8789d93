import type { guide as source } from '../en/guide.ts';
import type { Translation } from '../message.ts';

export const guide: Translation<typeof source> = {};
