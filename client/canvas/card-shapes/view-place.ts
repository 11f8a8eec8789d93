import type { ViewShape } from '../../../shared/board/card-shapes.ts';
import { continuedPart } from '../../../shared/method/behaviours/scene-continuation.ts';
import type { Frame, Template, Zone } from '../../../shared/method/template.ts';

/** What a generated picture is of. */
export interface ViewPlace {
  readonly frame: Frame;
  readonly zone: Zone;
  /** 0 for the template's own frame. */
  readonly page: number;
}

/** The zone that the picture was seeded for, or that it came with to a continuation. */
export function placeOfView({ id, meta }: ViewShape, template: Template): ViewPlace | null {
  const part = meta.template === undefined ? continuedPart(id, template) : null;
  if (part !== null) return part.zone && { frame: part.frame, zone: part.zone, page: part.page };
  const [templateId, frameId, zoneId] = String(meta.template).split('/');
  const frame = templateId === template.id ? template.frames.find((own) => own.id === frameId) : undefined;
  const zone = frame?.zones.find((own) => own.id === zoneId);
  return frame === undefined || zone === undefined ? null : { frame, zone, page: 0 };
}
