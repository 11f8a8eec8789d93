import { z } from 'zod';

/** Control characters and the bidirectional overrides that could disguise a name; joiners inside words stay. */
const disguising = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Half of a letter of two code units; storage and files cannot hold one. */
const halfLetter = /\p{Cs}/gu;

/** Normalised, each half of a letter with the sign for what cannot be read in its place. */
export const readable = (text: string): string => text.normalize('NFC').replace(halfLetter, '\ufffd');

/** One line of human text: trimmed, inner white space folded, normalised, not empty. @param max UTF-16 code units. */
export const lineOfText = (max: number) =>
  z
    .string()
    .transform((text) => readable(text).replace(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((text) => !disguising.test(text), { error: 'control characters' }),
    );

export const Language = z.enum(['en', 'nl', 'fr', 'de']);
export type Language = z.infer<typeof Language>;
