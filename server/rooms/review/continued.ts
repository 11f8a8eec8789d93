import { TemplateId } from '../../../shared/api/templates.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { isContinuation } from '../../../shared/method/behaviours/scene-continuation.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';

/** Whether a record is of the page that a full zone goes on at: whoever wrote the card too many brings it. */
export function isContinued(get: (id: string) => AnyRecord | undefined, record: AnyRecord): boolean {
  const templateId = TemplateId.safeParse(/^shape:([^/]+)\//.exec(record.id)?.[1]);
  return templateId.success && isContinuation(get, loadTemplate(templateId.data), record);
}
