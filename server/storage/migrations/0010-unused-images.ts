/** Since when no board shows a picture. Nobody has looked yet at those that are there. */
export const unusedImages: readonly string[] = ['ALTER TABLE images ADD COLUMN unused_since_ms INTEGER'];
