import { useEffect, useState } from 'react';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Guide } from '../../../shared/method/guide/guide.ts';

/** Each board's guide is a file of its own; only that of the board is fetched. Null for a board without a script. */
async function loadGuide(template: TemplateId): Promise<Guide | null> {
  switch (template) {
    case 'root-cause-tree':
      return (await import('../../../shared/method/guide/root-cause-tree.ts')).rootCauseTreeGuide;
    case 'actor-map':
      return (await import('../../../shared/method/guide/actor-map.ts')).actorMapGuide;
    case 'visioning':
      return (await import('../../../shared/method/guide/visioning.ts')).visioningGuide;
    case 'lessons-learnt':
      return (await import('../../../shared/method/guide/lessons-learnt.ts')).lessonsLearntGuide;
    case 'blank':
      return null;
  }
}

const retryMs = 4_000;

/** Null until it is there, and where there is none. A gap in the network is waited out. */
export function useGuide(template: TemplateId): Guide | null {
  const [loaded, setLoaded] = useState<{ readonly of: TemplateId; readonly guide: Guide | null } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const load = () => {
      loadGuide(template).then(
        (guide) => {
          if (!isGone) setLoaded({ of: template, guide });
        },
        () => {
          if (!isGone) timer = setTimeout(load, retryMs);
        },
      );
    };
    load();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [template]);
  return loaded?.of === template ? loaded.guide : null;
}
