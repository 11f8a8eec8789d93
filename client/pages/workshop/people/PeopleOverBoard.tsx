import { useCallback, useEffect, useState } from 'react';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { getWorkshop } from '../../../api/workshops.ts';
import { OtherDeviceDialog } from './OtherDeviceDialog.tsx';
import { OwnDetailsDialog } from './OwnDetails.tsx';
import { PeopleDialog } from './PeopleDialog.tsx';

export type OverBoard = 'people' | 'own' | 'device';

interface PeopleOverBoardProps {
  readonly data: GetWorkshopResponse;
  readonly shown: OverBoard;
  readonly onClose: () => void;
}

/** The workshop's dialogs about people, without leaving the board. */
export function PeopleOverBoard({ data, shown, onClose }: PeopleOverBoardProps) {
  const [fresh, setFresh] = useState(data);
  const refresh = useCallback(async () => {
    const answer = await getWorkshop(data.workshop.id);
    if (answer.ok) setFresh(answer.value);
  }, [data.workshop.id]);
  // What a board knows of its workshop is from when it was opened.
  useEffect(() => void refresh(), [refresh]);
  const within = { data: fresh, onClose, onChanged: refresh };
  switch (shown) {
    case 'people':
      return <PeopleDialog {...within} />;
    case 'own':
      return <OwnDetailsDialog {...within} />;
    case 'device':
      return <OtherDeviceDialog {...within} />;
  }
}
