import { TemplateId } from '../../../../shared/api/templates.ts';
import { Language } from '../../../../shared/api/text.ts';
import type { AnyRecord } from '../../../../shared/board/groups.ts';
import { templateRecords } from '../../../../shared/method/records.ts';
import { loadTemplate } from '../../../../shared/method/templates.ts';

export const languages = Language.options;
export const templateIds = TemplateId.options;
export const everyBoard = templateIds.flatMap((template) => languages.map((language) => ({ template, language })));

export const createdAtMs = Date.UTC(2026, 10, 3, 9);
export const facts = { createdAtMs, partnership: 'Full Plates', boardTitle: 'Our board' };

export const recordsOfBoard = (template: TemplateId, language: Language): AnyRecord[] =>
  templateRecords(loadTemplate(template), { ...facts, language });

export interface ShapeLike extends AnyRecord {
  readonly type: string;
  readonly parentId: string;
  readonly index: string;
  readonly x: number;
  readonly y: number;
  readonly rotation: number;
  readonly isLocked: boolean;
  readonly props: Readonly<Record<string, unknown>> & { readonly w?: number; readonly h?: number };
  readonly meta: { readonly template?: string; readonly starter?: string };
}
export const shapesIn = (records: readonly AnyRecord[]): ShapeLike[] =>
  records.filter(({ typeName }) => typeName === 'shape') as ShapeLike[];
