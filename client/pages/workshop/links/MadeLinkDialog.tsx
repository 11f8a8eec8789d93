import type { Role } from '../../../../shared/access/capabilities.ts';
import type { Workshop } from '../../../../shared/api/workshops.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/Dialog.tsx';
import styles from './MadeLinkDialog.module.css';
import { QrCode } from './QrCode.tsx';

export interface Made {
  readonly role: Role;
  readonly url: string;
  /** Null where the link asks for none. */
  readonly code: string | null;
}

interface MadeLinkDialogProps {
  readonly workshop: Workshop;
  readonly made: Made;
  readonly onClose: () => void;
}

/** A new link, and its code for the only time. */
export function MadeLinkDialog({ workshop, made: { role, url, code }, onClose }: MadeLinkDialogProps) {
  const t = useText();
  return (
    <Dialog
      open
      isOnce={code !== null}
      onClose={onClose}
      title={t('links.madeTitle')}
      text={t(code === null ? 'links.madeText' : 'links.madeCodeText')}
    >
      <DialogBody>
        <div className={styles.made}>
          <div className={styles.qr}>
            <QrCode url={url} />
          </div>
          <div>
            <b>{t(`workshop.link-${role}`)}</b>
            <p className={styles.address}>{url.replace(/^https?:\/\//, '')}</p>
            {code !== null && (
              <p className={styles.code}>
                <span>{t('links.code')}</span> <output>{code}</output>
              </p>
            )}
            <div className={styles.ways}>
              {code !== null && (
                <CopyButton
                  text={t('links.invitation', { workshop: workshop.title, link: url, code })}
                  label={t('links.copyBoth')}
                />
              )}
              <CopyButton text={url} label={t('links.copyMade')} />
            </div>
          </div>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button look="primary" onClick={onClose}>
          {t('links.done')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
