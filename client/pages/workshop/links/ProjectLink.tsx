import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple';
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer';
import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { Dialog } from 'radix-ui';
import { encode } from 'uqr';
import type { Role } from '../../../../shared/access/capabilities.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import styles from './ProjectLink.module.css';
import { QrCode } from './QrCode.tsx';
import { qrPng, quietModules } from './qr-picture.ts';

interface ProjectLinkProps {
  readonly workshopTitle: string;
  /** As whom the link lets somebody in. */
  readonly opens: Role;
  readonly url: string;
  readonly onClose: () => void;
}

/** A link over the whole window, for the wall of a room or for paper. */
export function ProjectLink({ workshopTitle, opens, url, onClose }: ProjectLinkProps) {
  const t = useText();
  const save = async () => {
    const picture = await qrPng(encode(url, { ecc: 'M', border: quietModules }).data);
    if (picture === null) return;
    const address = URL.createObjectURL(picture);
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = `${t('links.qrFile', { workshop: workshopTitle })}.png`;
    anchor.click();
    // Not at once: some browsers read the address after the click has returned.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <Dialog.Root open onOpenChange={(next) => next || onClose()}>
      <Dialog.Portal>
        <Dialog.Content className={styles.wall} aria-describedby={undefined}>
          <header>
            <Button look="line" onClick={() => void save()}>
              <DownloadSimpleIcon aria-hidden="true" />
              {t('links.saveQr')}
            </Button>
            <Button look="line" onClick={() => print()}>
              <PrinterIcon aria-hidden="true" />
              {t('links.print')}
            </Button>
            <CopyButton text={url} label={t('common.copyLink')} />
            <Dialog.Close asChild>
              <IconButton label={t('common.close')}>
                <XIcon />
              </IconButton>
            </Dialog.Close>
          </header>
          <div className={styles.sheet}>
            <Dialog.Title>{workshopTitle}</Dialog.Title>
            <p className={styles.scan}>{t(`links.scan-${opens}`)}</p>
            <div className={styles.code}>
              <QrCode url={url} />
            </div>
            <p className={styles.address}>
              <span>{t('links.orOpen')}</span> <b>{url.replace(/^https?:\/\//, '')}</b>
            </p>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
