import { BinocularsIcon } from '@phosphor-icons/react/dist/csr/Binoculars';
import { CirclesThreeIcon } from '@phosphor-icons/react/dist/csr/CirclesThree';
import { EyeSlashIcon } from '@phosphor-icons/react/dist/csr/EyeSlash';
import { FlagCheckeredIcon } from '@phosphor-icons/react/dist/csr/FlagCheckered';
import { GavelIcon } from '@phosphor-icons/react/dist/csr/Gavel';
import { ListNumbersIcon } from '@phosphor-icons/react/dist/csr/ListNumbers';
import { LockKeyIcon } from '@phosphor-icons/react/dist/csr/LockKey';
import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import { LockSimpleOpenIcon } from '@phosphor-icons/react/dist/csr/LockSimpleOpen';
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import { PlayIcon } from '@phosphor-icons/react/dist/csr/Play';
import { ScalesIcon } from '@phosphor-icons/react/dist/csr/Scales';
import { TimerIcon } from '@phosphor-icons/react/dist/csr/Timer';
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import type { Icon } from '@phosphor-icons/react/dist/lib/types';
import type { TextKey } from '../../../i18n/catalogue.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { MenuGroup, MenuItem } from '../../../ui/Menu.tsx';

/** What whoever leads begins for everybody; left out is what cannot be begun now, or not by this person. */
export type Facilitation = Readonly<Partial<Record<keyof typeof items, () => void>>>;

const items = {
  startRun: [PlayIcon, 'run.start'],
  endRun: [FlagCheckeredIcon, 'run.end'],
  agenda: [ListNumbersIcon, 'run.edit'],
  timer: [TimerIcon, 'timer.title'],
  privateWriting: [EyeSlashIcon, 'privateWriting.title'],
  vote: [CirclesThreeIcon, 'voting.title'],
  decision: [GavelIcon, 'decision.item'],
  breakouts: [UsersThreeIcon, 'breakouts.item'],
  balance: [ScalesIcon, 'balance.item'],
  lockBoard: [LockSimpleIcon, 'locks.lockBoard'],
  unlockBoard: [LockSimpleOpenIcon, 'locks.unlockBoard'],
  locks: [LockKeyIcon, 'locks.list'],
  gather: [MapPinIcon, 'attention.gather'],
  followMe: [BinocularsIcon, 'attention.followMe'],
  endFollowing: [BinocularsIcon, 'attention.endFollowing'],
} as const satisfies Record<string, readonly [Icon, TextKey]>;

/** The course of a session, ways to work, who may do what and who does how much, and where all look. */
const groups: readonly (readonly (keyof typeof items)[])[] = [
  ['startRun', 'endRun', 'agenda', 'timer'],
  ['privateWriting', 'vote', 'decision', 'breakouts'],
  ['balance', 'lockBoard', 'unlockBoard', 'locks'],
  ['gather', 'followMe', 'endFollowing'],
];

export function FacilitateItems({ facilitation }: { readonly facilitation: Facilitation }) {
  const t = useText();
  return groups
    .map((group) => group.filter((name) => facilitation[name] !== undefined))
    .filter((group) => group.length > 0)
    .map((group) => (
      <MenuGroup key={group[0]}>
        {group.map((name) => {
          const [ItemIcon, text] = items[name];
          return (
            <MenuItem key={name} icon={<ItemIcon aria-hidden="true" />} onSelect={() => facilitation[name]?.()}>
              {t(text)}
            </MenuItem>
          );
        })}
      </MenuGroup>
    ));
}
