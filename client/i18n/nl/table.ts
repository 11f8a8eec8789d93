import type { table as source } from '../en/table.ts';
import type { Translation } from '../message.ts';

export const table: Translation<typeof source> = {};
