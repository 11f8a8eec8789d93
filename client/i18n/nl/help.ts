import type { help as source } from '../en/help.ts';
import type { Translation } from '../message.ts';

export const help: Translation<typeof source> = {};
