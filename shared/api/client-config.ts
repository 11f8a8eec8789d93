import { z } from 'zod';

/** What a page has to know about its server before anybody signs in. */
export const ClientConfigResponse = z.object({
  /** tldraw's licence key, where the operator has one. */
  licenseKey: z.string().optional(),
  /** Whether making a workshop takes the header `X-Create-Key`. */
  createKeyNeeded: z.boolean(),
  version: z.string(),
  /** PROTOCOL_VERSION of the server; a page of another one reloads. */
  protocol: z.number().int(),
});
export type ClientConfigResponse = z.infer<typeof ClientConfigResponse>;
