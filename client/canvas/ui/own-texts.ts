/** What tldraw's interface is told of tools of ours, in English; the other languages are in `translations.ts`. */
export const ownTexts = {
  'tool.picture': 'Picture',
  'tool.photo': 'Take a photo',
  'tool.card': 'Card',
  'tool.connect': 'Connect',
} as const;
