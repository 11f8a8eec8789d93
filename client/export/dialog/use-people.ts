import { useEffect, useState } from 'react';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { getWorkshop } from '../../api/workshops.ts';

type People = GetWorkshopResponse['people'];

/**
 * Who is in the workshop now: a page that has been open for hours knows who was there before. Those it knows where the
 * server does not answer.
 * @returns null while that is asked
 */
export function usePeople({ workshop: { id }, people: known }: GetWorkshopResponse): People | null {
  const [people, setPeople] = useState<People | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the dialog opens.
  useEffect(() => {
    let isGone = false;
    void getWorkshop(id).then((answer) => {
      const all = answer.ok ? answer.value.people : known;
      if (!isGone) setPeople(all.filter(({ removedAtMs }) => removedAtMs === null));
    });
    return () => {
      isGone = true;
    };
  }, [id]);
  return people;
}
