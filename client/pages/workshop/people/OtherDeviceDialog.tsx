import { useCallback, useEffect, useState } from 'react';
import type { CreateResumeLinkResponse } from '../../../../shared/api/sessions.ts';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Failure } from '../../../api/call.ts';
import { createResumeLink } from '../../../api/sessions.ts';
import { formatTime } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Dialog, DialogBody } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Loading } from '../../../ui/Spinner.tsx';
import { resumeLinkFor } from '../../join-link.ts';
import { QrCode } from '../links/QrCode.tsx';
import styles from './OtherDeviceDialog.module.css';

interface OtherDeviceDialogProps {
  readonly data: GetWorkshopResponse;
  readonly onClose: () => void;
}

type Link =
  | { readonly status: 'making' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'made'; readonly link: CreateResumeLinkResponse }
  | { readonly status: 'over' };

/** A link to scan with one's own phone. */
export function OtherDeviceDialog({ data, onClose }: OtherDeviceDialogProps) {
  const { t, language } = useLanguage();
  const [state, setState] = useState<Link>({ status: 'making' });
  const { workshop, me, organisations } = data;

  const make = useCallback(async () => {
    setState({ status: 'making' });
    const answer = await createResumeLink(workshop.id);
    setState(answer.ok ? { status: 'made', link: answer.value } : { status: 'failed', failure: answer.failure });
  }, [workshop.id]);
  useEffect(() => void make(), [make]);
  const endsAtMs = state.status === 'made' ? state.link.expiresAtMs : null;
  useEffect(() => {
    if (endsAtMs === null) return;
    const timer = setTimeout(() => setState({ status: 'over' }), Math.max(0, endsAtMs - Date.now()));
    return () => clearTimeout(timer);
  }, [endsAtMs]);

  const organisation = organisations.find(({ id }) => id === me.participant.organisationId)?.name ?? '';
  const who = `${me.participant.name} (${organisation})`;
  const again = (
    <Button look="primary" onClick={() => void make()}>
      {t('people.otherDeviceNew')}
    </Button>
  );
  return (
    <Dialog open onClose={onClose} title={t('people.otherDevice')} text={t('people.otherDeviceText')}>
      <DialogBody>
        {state.status === 'making' && <Loading label={t('people.otherDeviceMaking')} />}
        {state.status === 'failed' && (
          <div className={styles.link}>
            <FailureNote failure={state.failure} />
            {again}
          </div>
        )}
        {state.status === 'over' && (
          <div className={styles.link}>
            <p>{t('people.otherDeviceOver')}</p>
            {again}
          </div>
        )}
        {state.status === 'made' && (
          <div className={styles.link}>
            <div className={styles.qr}>
              <QrCode url={resumeLinkFor(state.link.url, who)} />
            </div>
            <p role="status">{t('people.otherDeviceValid', { time: formatTime(state.link.expiresAtMs, language) })}</p>
            <CopyButton text={resumeLinkFor(state.link.url, who)} label={t('common.copyLink')} />
          </div>
        )}
      </DialogBody>
    </Dialog>
  );
}
