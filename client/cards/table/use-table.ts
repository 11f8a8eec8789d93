import { useMemo } from 'react';
import { useMethod } from '../method.ts';
import { frameName, zoneName } from './places.ts';
import type { RowReader } from './rows.ts';
import { createTableActions, type TableActions } from './table-actions.ts';

export function useTableActions(): TableActions {
  const { actions, editor, template, people } = useMethod();
  return useMemo(() => createTableActions({ actions, editor, template, people }), [actions, editor, template, people]);
}

/** Names of places and people as the rows show them. */
export function useRowReader(): RowReader {
  const { editor, people, language } = useMethod();
  return useMemo(
    () => ({
      organisationOf: (participantId) => people.participant(participantId)?.organisationId,
      mergedInto: (organisation) => people.merged.get(organisation),
      frameName: ({ frame, frameShape }) =>
        frame === null ? (frameShape?.props.name ?? '') : frameName(frame, language),
      zoneName: ({ frame, zone, zoneShape }) =>
        zone === null ? (zoneShape?.props.title ?? '') : zoneName(zone, frame, language),
      isLocked: ({ id }) => editor.isShapeOrAncestorLocked(id),
    }),
    [editor, people, language],
  );
}
