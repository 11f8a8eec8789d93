import { z } from 'zod';

/** Templates that can be opened today; METHOD's ids. */
export const TemplateId = z.enum(['root-cause-tree', 'actor-map', 'visioning', 'lessons-learnt', 'blank']);
export type TemplateId = z.infer<typeof TemplateId>;

/** Templates with an invented case that shows them in use. */
export const hasExample = (template: TemplateId): boolean => template !== 'blank';
