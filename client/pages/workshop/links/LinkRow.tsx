import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode';
import type { ReactNode } from 'react';
import type { Role } from '../../../../shared/access/capabilities.ts';
import type { Invite } from '../../../../shared/api/workshops.ts';
import type { WorkshopId } from '../../../../shared/protocol/ids.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import type { KnownLink } from '../../remembered-workshops.ts';
import styles from './LinkRow.module.css';
import { useLinkFacts } from './link-facts.ts';
import { MissingLink } from './MissingLink.tsx';

/** The first link of a role, as far as this browser knows it. */
export interface LinkPlace {
  readonly workshopId: WorkshopId;
  /** As whom the link lets somebody in. */
  readonly opens: Role;
  readonly link: KnownLink | undefined;
  readonly invite: Invite | undefined;
  /** Shows it large. */
  readonly onWall: (url: string) => void;
  readonly onChanged: () => Promise<void>;
}

const copyLabel = { facilitator: 'copyFacilitator', participant: 'copyParticipant', viewer: 'copyViewer' } as const;

export function LinkRow(props: LinkPlace & { readonly icon: ReactNode }) {
  const t = useText();
  const factsOf = useLinkFacts();
  const { opens, link, invite, icon, onWall } = props;
  return (
    <div className={styles.row}>
      {icon}
      <span className={styles.what}>
        <b>{t(`workshop.link-${opens}`)}</b>
        <span className="muted">{t(`workshop.about-link-${opens}`)}</span>
        {invite !== undefined && factsOf(invite).length > 0 && <span>{factsOf(invite).join(', ')}</span>}
      </span>
      {link === undefined ? (
        <MissingLink {...props} />
      ) : (
        <span className={styles.ways}>
          <IconButton label={t(`links.showLarge-${opens}`)} onClick={() => onWall(link.url)}>
            <QrCodeIcon aria-hidden="true" />
          </IconButton>
          <CopyButton text={link.url} label={t(`workshop.${copyLabel[opens]}`)} iconOnly />
        </span>
      )}
    </div>
  );
}
