import type { cardTools as source } from '../en/card-tools.ts';
import type { Translation } from '../message.ts';

export const cardTools: Translation<typeof source> = {};
