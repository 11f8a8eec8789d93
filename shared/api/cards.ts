import { z } from 'zod';
import { SentCardId } from '../protocol/ids.ts';
import { textLimits } from '../protocol/limits.ts';
import { lineOfText } from './text.ts';

/** A card for a board, from somebody who need not have the board before them. */
export const SendCardRequest = z.object({
  /** Chosen by the sender. Sent again under the same one, the card is there once. */
  id: SentCardId,
  text: lineOfText(textLimits.sentCard),
  /**
   * `frame` or `frame/zone` of the board's template, also where the phase has changed since it was written; null: where nothing is
   * chosen. Left out it is where the session's phase takes place when it arrives.
   */
  place: z.string().max(80).nullable().optional(),
  /** Written while only its writer was to see it: it stays theirs also where all was shown meanwhile. */
  isPrivate: z.boolean().optional(),
  /** Written while people were told that names are left out: it says none, however late it comes. Then it is private too. */
  isAnonymous: z.boolean().optional(),
});
export type SendCardRequest = z.input<typeof SendCardRequest>;

export const SendCardResponse = z.object({
  /** Whether nobody but its writer sees it now. */
  isPrivate: z.boolean(),
});
export type SendCardResponse = z.infer<typeof SendCardResponse>;
