import type { TLUiOverrides } from 'tldraw';
import { missingTranslations } from './translations.ts';

/**
 * Actions of tldraw that have no place on a board: what would fetch from elsewhere, put files on it, leave the one page,
 * change locks that the server decides on, or show tldraw's own workshop tools.
 */
const unwanted: readonly string[] = [
  'change-page-next',
  'change-page-prev',
  'convert-to-bookmark',
  'convert-to-embed',
  'download-original',
  'export-all-as-png',
  'export-all-as-svg',
  'export-as-png',
  'export-as-svg',
  'flatten-to-image',
  'image-replace',
  'insert-embed',
  'insert-media',
  'move-to-new-page',
  'new-page',
  'open-cursor-chat',
  'open-embed-link',
  'print',
  'toggle-dark-mode',
  'toggle-debug-mode',
  'toggle-focus-mode',
  'toggle-lock',
  'unlock-all',
  'video-replace',
];

/** Tools that would put something on a board that no other canvas takes, or that the others would not see. */
const unwantedTools: readonly string[] = ['asset', 'embed', 'laser'];

const without = <T>(all: Record<string, T>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));

export const uiOverrides: TLUiOverrides = {
  actions: (_editor, actions) => without(actions, unwanted),
  tools: (_editor, tools) => without(tools, unwantedTools),
  translations: missingTranslations,
};
