import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye';
import { KeyIcon } from '@phosphor-icons/react/dist/csr/Key';
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import { UserPlusIcon } from '@phosphor-icons/react/dist/csr/UserPlus';
import { Suspense, useState } from 'react';
import type { Role } from '../../../shared/access/capabilities.ts';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { knownLinks } from '../remembered-workshops.ts';
import styles from './InvitePanel.module.css';
import { DoorRow } from './links/DoorRow.tsx';
import { type LinkPlace, LinkRow } from './links/LinkRow.tsx';
import { ParticipantLink } from './links/ParticipantLink.tsx';
import { WorkingLinks } from './WorkingLinks.tsx';

const loadMakeLink = async () => ({ default: (await import('./links/MakeLinkDialog.tsx')).MakeLinkDialog });
const MakeLinkDialog = lazyPart(loadMakeLink);
const loadProjectLink = async () => ({ default: (await import('./links/ProjectLink.tsx')).ProjectLink });
const ProjectLink = lazyPart(loadProjectLink);

interface InvitePanelProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

type Shown =
  | { readonly what: 'make'; readonly role: Role }
  | { readonly what: 'wall'; readonly role: Role; readonly url: string }
  | null;

/** Links to hand out. The server stores only their hashes, so each can be copied where it was made. */
export function InvitePanel({ data, onChanged }: InvitePanelProps) {
  const t = useText();
  const { workshop, invites } = data;
  const links = knownLinks(workshop.id);
  const [shown, setShown] = useState<Shown>(null);
  const place = (opens: Role): LinkPlace => ({
    workshopId: workshop.id,
    opens,
    link: links[opens],
    invite: invites.find(({ id }) => id === links[opens]?.inviteId),
    onWall: (url) => setShown({ what: 'wall', role: opens, url }),
    onChanged,
  });
  return (
    <section className={cx('panel', styles.invite)} aria-labelledby="invite">
      <h2 id="invite">{t('workshop.invite')}</h2>
      <ul>
        <li>
          <ParticipantLink {...place('participant')} />
        </li>
        <li>
          <LinkRow {...place('viewer')} icon={<EyeIcon />} />
        </li>
        <li>
          <LinkRow {...place('facilitator')} icon={<KeyIcon />} />
        </li>
        <li>
          <DoorRow data={data} onChanged={onChanged} />
        </li>
      </ul>
      <div className={styles.more}>
        <Button look="quiet" onClick={() => setShown({ what: 'make', role: 'participant' })}>
          <PlusIcon aria-hidden="true" />
          {t('links.another')}
        </Button>
        <Button look="quiet" onClick={() => setShown({ what: 'make', role: 'facilitator' })}>
          <UserPlusIcon aria-hidden="true" />
          {t('links.anotherFacilitator')}
        </Button>
      </div>
      <WorkingLinks workshop={workshop} invites={invites} onChanged={onChanged} />
      <Suspense fallback={null}>
        {shown?.what === 'make' && (
          <MakeLinkDialog workshop={workshop} opens={shown.role} onClose={() => setShown(null)} onChanged={onChanged} />
        )}
        {shown?.what === 'wall' && (
          <ProjectLink
            workshopTitle={workshop.title}
            opens={shown.role}
            url={shown.url}
            onClose={() => setShown(null)}
          />
        )}
      </Suspense>
    </section>
  );
}
