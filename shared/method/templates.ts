import type { TemplateId } from '../api/templates.ts';
import { actorMap } from './boards/actor-map.ts';
import { blank } from './boards/blank.ts';
import { lessonsLearnt } from './boards/lessons-learnt.ts';
import { rootCauseTree } from './boards/root-cause-tree.ts';
import { visioning } from './boards/visioning.ts';
import { Template, type TemplateInput } from './template.ts';

const sources: Readonly<Record<TemplateId, TemplateInput>> = {
  'root-cause-tree': rootCauseTree,
  'actor-map': actorMap,
  visioning,
  'lessons-learnt': lessonsLearnt,
  blank,
};

const decoded = new Map<TemplateId, Template>();

/** A template with every default filled in, decoded once. @throws ZodError when the data is wrong, which a test rules out. */
export function loadTemplate(id: TemplateId): Template {
  const known = decoded.get(id);
  if (known !== undefined) return known;
  const template = Template.parse(sources[id]);
  decoded.set(id, template);
  return template;
}
