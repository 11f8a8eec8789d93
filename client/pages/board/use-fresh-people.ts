import { useEffect, useRef } from 'react';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';

/** Forty browsers that hear of a newcomer do not all ask in the same moment. */
const waitMs = { least: 500, spread: 3_000 } as const;

/** Who is here and is not, or not so, among the people that the page knows. */
export function unknownHere({ people, organisations }: GetWorkshopResponse, roster: readonly RosterEntry[]): string {
  const known = new Map(people.map((person) => [person.id, person]));
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  return roster
    .filter(({ participantId, name, organisationId, organisation, remote }) => {
      const person = known.get(participantId);
      const isSame = person?.name === name && person.organisationId === organisationId && person.remote === remote;
      return !isSame || names.get(organisationId) !== organisation;
    })
    .map(({ participantId, name, organisationId, organisation, remote }) =>
      [participantId, name, organisationId, organisation, remote].join(' '),
    )
    .sort()
    .join('\n');
}

/**
 * Asks for the workshop anew when somebody has joined, or is called or placed otherwise than the page knows. Asked once
 * for each such news: programs are on the roster and never among the people.
 */
export function useFreshPeople(
  data: GetWorkshopResponse,
  roster: readonly RosterEntry[],
  reload: () => Promise<void>,
): void {
  const asked = useRef('');
  const unknown = unknownHere(data, roster);
  useEffect(() => {
    if (unknown === '' || unknown === asked.current) return;
    const timer = setTimeout(
      () => {
        asked.current = unknown;
        void reload();
      },
      waitMs.least + Math.random() * waitMs.spread,
    );
    return () => clearTimeout(timer);
  }, [unknown, reload]);
}
