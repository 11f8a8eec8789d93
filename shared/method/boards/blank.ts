import type { TemplateInput } from '../template.ts';
import { templateTitles } from '../titles.ts';

/**
 * One empty A3 sheet: a frame is what becomes a page of the PDF, so a board without one could not be handed out, and A3 is
 * the size people sketch on together. It has no heading band, because its content is not ours to name.
 */
export const blank: TemplateInput = {
  id: 'blank',
  step: 0,
  title: templateTitles.blank,
  frames: [{ id: 'sheet', number: '1', paper: 'A3', title: { en: 'Sheet', nl: 'Blad', fr: 'Feuille', de: 'Blatt' } }],
};
