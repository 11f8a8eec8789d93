import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Guide } from '../../../shared/method/guide/guide.ts';
import { useFetched } from '../use-fetched.ts';

/** Each board's guide is a file of its own; only that of the board is fetched. */
async function loadGuide(template: TemplateId): Promise<Guide> {
  switch (template) {
    case 'root-cause-tree':
      return (await import('../../../shared/method/guide/root-cause-tree.ts')).rootCauseTreeGuide;
    case 'actor-map':
      return (await import('../../../shared/method/guide/actor-map.ts')).actorMapGuide;
    case 'visioning':
      return (await import('../../../shared/method/guide/visioning.ts')).visioningGuide;
    case 'lessons-learnt':
      return (await import('../../../shared/method/guide/lessons-learnt.ts')).lessonsLearntGuide;
    case 'blank':
      return (await import('../../../shared/method/guide/standard-arc.ts')).standardArcGuide;
  }
}

/** Null until it is there. */
export const useGuide = (template: TemplateId): Guide | null => useFetched(template, loadGuide);
