import de from '@tldraw/assets/translations/de.json';
import fr from '@tldraw/assets/translations/fr.json';
import source from '@tldraw/assets/translations/main.json';
import nl from '@tldraw/assets/translations/nl.json';
import { expect, it } from 'vitest';
import { missingTranslations } from '../../../client/canvas/ui/translations.ts';

/** Of parts that no board shows: tldraw's own bar for pictures and videos, its list of people, its small map. */
const unshown =
  /^(action\.download-original|app\.loading|navigation-zone\.minimap|people-menu\..*|tool\.(aspect-ratio.*|flip-.*|image-.*|media-alt-text.*|replace-media|rotate-cw))$/;

it.each([
  ['nl', nl],
  ['fr', fr],
  ['de', de],
] as const)('[ACC16] everything that a board shows of tldraw has a text in %s', (language, theirs) => {
  const known = { ...theirs, ...missingTranslations[language] };
  const missing = Object.keys(source).filter((key) => !(key in known) && !unshown.test(key));
  expect(missing).toEqual([]);
  const ours = Object.keys(missingTranslations.en ?? {}).filter((key) => !(key in known));
  expect(ours).toEqual([]);
});
