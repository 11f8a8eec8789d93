import { DoorIcon } from '@phosphor-icons/react/dist/csr/Door';
import { DoorOpenIcon } from '@phosphor-icons/react/dist/csr/DoorOpen';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { useCommand } from '../use-command.ts';
import styles from './DoorRow.module.css';

interface DoorRowProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

const doors: readonly Session['door'][] = ['open', 'asks', 'closed'];

/** Whether somebody new may come in, and the way to change it. */
export function DoorRow({ data: { workshop, session }, onChanged }: DoorRowProps) {
  const t = useText();
  const { command, busy, failure } = useCommand(workshop.id, onChanged);
  const { door } = session;
  return (
    <div className={styles.door} data-open={door === 'open'}>
      {door === 'open' ? <DoorOpenIcon aria-hidden="true" /> : <DoorIcon aria-hidden="true" />}
      <p role="status">
        <b>{t(`links.door-${door}`)}</b>
        <span>{t(`links.doorText-${door}`)}</span>
      </p>
      <div>
        {doors
          .filter((other) => other !== door)
          .map((other) => (
            <Button key={other} look="line" busy={busy} onClick={() => void command({ type: 'door.set', door: other })}>
              {t(`links.makeDoor-${other}`)}
            </Button>
          ))}
      </div>
      <FailureNote failure={failure} />
    </div>
  );
}
