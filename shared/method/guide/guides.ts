import type { TemplateId } from '../../api/templates.ts';
import { actorMapGuide } from './actor-map.ts';
import type { Guide } from './guide.ts';
import { lessonsLearntGuide } from './lessons-learnt.ts';
import { rootCauseTreeGuide } from './root-cause-tree.ts';
import { standardArcGuide } from './standard-arc.ts';
import { visioningGuide } from './visioning.ts';

/** All of them at once, for the server; pages fetch that of their board alone. */
export const guides: Readonly<Record<TemplateId, Guide>> = {
  'root-cause-tree': rootCauseTreeGuide,
  'actor-map': actorMapGuide,
  visioning: visioningGuide,
  'lessons-learnt': lessonsLearntGuide,
  blank: standardArcGuide,
};
