import type { TemplateId } from '../../../shared/api/templates.ts';
import type { BoardHelp } from '../../../shared/method/help/find-help.ts';

/** Each board's rules and texts are a file of their own; only those of the board are fetched. Null where there are none. */
export async function loadHelp(template: TemplateId): Promise<BoardHelp | null> {
  switch (template) {
    case 'root-cause-tree':
      return (await import('../../../shared/method/help/root-cause-tree.ts')).rootCauseTreeHelp;
    case 'actor-map':
      return (await import('../../../shared/method/help/actor-map.ts')).actorMapHelp;
    case 'visioning':
      return (await import('../../../shared/method/help/visioning.ts')).visioningHelp;
    case 'lessons-learnt':
      return (await import('../../../shared/method/help/lessons-learnt.ts')).lessonsLearntHelp;
    case 'blank':
      return null;
  }
}
