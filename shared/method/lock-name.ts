import type { PlaceShape } from '../board/locked-places.ts';
import { continuedPart } from './behaviours/scene-continuation.ts';
import type { Template } from './template.ts';

/**
 * What a lock calls a frame or a zone: `frame` or `frame/zone` of its template, which a continuation of it is too; the id of
 * one that somebody drew.
 * @param template of the board; null where it has none
 */
export function lockName({ id, meta }: PlaceShape, template: Template | null): string {
  const noted: unknown = meta.template;
  const [, ...path] = typeof noted === 'string' ? noted.split('/') : [];
  if (path.length > 0) return path.join('/');
  const part = template === null ? null : continuedPart(id, template);
  if (part === null) return id;
  return part.zone === null ? part.frame.id : `${part.frame.id}/${part.zone.id}`;
}
