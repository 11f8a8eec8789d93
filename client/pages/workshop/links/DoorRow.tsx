import { DoorIcon } from '@phosphor-icons/react/dist/csr/Door';
import { DoorOpenIcon } from '@phosphor-icons/react/dist/csr/DoorOpen';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { useCommand } from '../use-command.ts';
import styles from './DoorRow.module.css';

interface DoorRowProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

/** Whether somebody new may come in, and the way to change it. */
export function DoorRow({ data: { workshop, session }, onChanged }: DoorRowProps) {
  const t = useText();
  const { command, busy, failure } = useCommand(workshop.id, onChanged);
  const isOpen = session.door === 'open';
  return (
    <div className={styles.door} data-open={isOpen}>
      {isOpen ? <DoorOpenIcon aria-hidden="true" /> : <DoorIcon aria-hidden="true" />}
      <p role="status">
        <b>{t(isOpen ? 'links.doorOpen' : 'links.doorClosed')}</b>
        <span>{t(isOpen ? 'links.doorOpenText' : 'links.doorClosedText')}</span>
      </p>
      <Button
        look="line"
        busy={busy}
        onClick={() => void command({ type: 'door.set', door: isOpen ? 'closed' : 'open' })}
      >
        {t(isOpen ? 'links.closeDoor' : 'links.openDoor')}
      </Button>
      <FailureNote failure={failure} />
    </div>
  );
}
