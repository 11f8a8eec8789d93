import { useState } from 'react';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { getWorkshop } from '../../api/workshops.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Dialog, DialogBody } from '../../ui/Dialog.tsx';
import { InvitePanel } from '../workshop/InvitePanel.tsx';

interface ShareDialogProps {
  readonly data: GetWorkshopResponse;
  readonly onClose: () => void;
}

/** The workshop's links, without leaving the board. */
export function ShareDialog({ data, onClose }: ShareDialogProps) {
  const t = useText();
  const [fresh, setFresh] = useState(data);
  const refresh = async () => {
    const answer = await getWorkshop(data.workshop.id);
    if (answer.ok) setFresh(answer.value);
  };
  return (
    <Dialog open onClose={onClose} title={t('boardPage.share')} text={t('boardPage.shareText')}>
      <DialogBody>
        <InvitePanel data={fresh} onChanged={refresh} />
      </DialogBody>
    </Dialog>
  );
}
