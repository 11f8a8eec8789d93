import type { TemplateId } from '../../api/templates.ts';
import { actorMapDemo } from './actor-map.ts';
import type { Demo } from './demo.ts';
import { lessonsLearntDemo } from './lessons-learnt.ts';
import { rootCauseTreeDemo } from './root-cause-tree.ts';
import { visioningDemo } from './visioning.ts';

const demos: Readonly<Record<TemplateId, Demo | null>> = {
  'root-cause-tree': rootCauseTreeDemo,
  'actor-map': actorMapDemo,
  visioning: visioningDemo,
  'lessons-learnt': lessonsLearntDemo,
  blank: null,
};

/** @returns null for a template without an example */
export const loadDemo = (template: TemplateId): Demo | null => demos[template];
