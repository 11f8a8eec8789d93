import type { DeletedRecord, RestoreResponse, Version } from '../../../../shared/api/history.ts';
import type { Language } from '../../../../shared/api/text.ts';
import type { Translate } from '../../../i18n/catalogue.ts';
import { formatList } from '../../../i18n/dates.ts';

/** What a version is called: its own name, else the occasion it was kept at. */
export const titleOfVersion = ({ kind, name }: Version, t: Translate): string => {
  if (kind === 'named') return name ?? t('history.why-named-unknown');
  return t(`history.kind-${kind}`);
};

/** Why a version was kept, and by whom where somebody is behind it. */
export function reasonOfVersion({ kind, by }: Version, t: Translate): string {
  switch (kind) {
    case 'automatic':
    case 'session-end':
      return t(`history.why-${kind}`);
    case 'before-restore':
    case 'before-loss':
    case 'named':
      return by === null ? t(`history.why-${kind}-unknown`) : t(`history.why-${kind}`, { name: by.name });
  }
}

const namedTypes = [
  'note',
  'text',
  'arrow',
  'geo',
  'draw',
  'line',
  'highlight',
  'frame',
  'group',
  'image',
  'video',
] as const;

/** The kind of a deleted thing, in words. */
export function typeOfDeleted({ type }: DeletedRecord, t: Translate): string {
  const known = namedTypes.find((name) => name === type);
  return t(`history.type-${known ?? 'other'}`);
}

type Tense = 'would' | 'done';

/** "3 things came back, 2 changed back": what was changed, or would be. @returns null when that is nothing. */
export function describeChanges(
  { added, updated, removed }: RestoreResponse,
  tense: Tense,
  t: Translate,
  language: Language,
): string | null {
  const parts = [
    added > 0 && t(`history.${tense}Added`, { count: added }),
    updated > 0 && t(`history.${tense}Updated`, { count: updated }),
    removed > 0 && t(`history.${tense}Removed`, { count: removed }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : formatList(parts, language);
}
