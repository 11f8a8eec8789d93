import type { TemplateId } from '../../shared/api/templates.ts';
import type { TemplateInput } from '../../shared/method/template.ts';

/** Each template is a file of its own; only that of the board is fetched. As it is written down: without its defaults. */
export async function loadTemplateSource(id: TemplateId): Promise<TemplateInput> {
  switch (id) {
    case 'root-cause-tree':
      return (await import('../../shared/method/boards/root-cause-tree.ts')).rootCauseTree;
    case 'actor-map':
      return (await import('../../shared/method/boards/actor-map.ts')).actorMap;
    case 'visioning':
      return (await import('../../shared/method/boards/visioning.ts')).visioning;
    case 'lessons-learnt':
      return (await import('../../shared/method/boards/lessons-learnt.ts')).lessonsLearnt;
    case 'blank':
      return (await import('../../shared/method/boards/blank.ts')).blank;
  }
}
