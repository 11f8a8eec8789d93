import type { Language } from '../../../shared/api/text.ts';
import type { PlaceShape } from '../../../shared/board/locked-places.ts';
import type { Template } from '../../../shared/method/template.ts';

/** What people call a frame or zone on the board: by its heading, in the board's language, or by its name. */
export function nameOfPlace(shape: PlaceShape, template: Template | null, language: Language): string {
  const { name, title, prompt } = shape.props as { name?: string; title?: string; prompt?: string };
  const said = [name, title, prompt].find((text) => text !== undefined && text !== '');
  if (said !== undefined) return said;
  const noted = String(shape.meta.template ?? '').split('/');
  const zone = template?.frames.find(({ id }) => id === noted[1])?.zones.find(({ id }) => id === noted[2]);
  const words = zone?.title ?? zone?.name ?? zone?.prompt;
  return words?.[language] ?? '';
}
