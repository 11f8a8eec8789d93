import { CirclesThreePlusIcon } from '@phosphor-icons/react/dist/csr/CirclesThreePlus';
import { DotsSixIcon } from '@phosphor-icons/react/dist/csr/DotsSix';
import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye';
import { EyeSlashIcon } from '@phosphor-icons/react/dist/csr/EyeSlash';
import { GavelIcon } from '@phosphor-icons/react/dist/csr/Gavel';
import { HandPalmIcon } from '@phosphor-icons/react/dist/csr/HandPalm';
import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import { NavigationArrowIcon } from '@phosphor-icons/react/dist/csr/NavigationArrow';
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import { TimerIcon } from '@phosphor-icons/react/dist/csr/Timer';
import { UsersFourIcon } from '@phosphor-icons/react/dist/csr/UsersFour';
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import type { Icon } from '@phosphor-icons/react/dist/lib/types';
import { toolWords } from '../../../shared/method/guide/tools.ts';
import type { PhaseTool } from '../../../shared/session/agenda.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';

const icons: Readonly<Record<PhaseTool['tool'], Icon>> = {
  T: TimerIcon,
  V: DotsSixIcon,
  PW: PencilSimpleIcon,
  REV: EyeIcon,
  RR: UsersThreeIcon,
  CL: CirclesThreePlusIcon,
  F5: HandPalmIcon,
  LOCK: LockSimpleIcon,
  FOL: NavigationArrowIcon,
  BO: UsersFourIcon,
  ANON: EyeSlashIcon,
  DEC: GavelIcon,
};

/** A tool of a phase: its name, how much of it, and what it does for those who do not know it yet. */
export function ToolLine({ read }: { readonly read: PhaseTool }) {
  const { language, t } = useLanguage();
  const { name, about } = toolWords[read.tool];
  const ToolIcon = icons[read.tool];
  const title = (): string => {
    switch (read.tool) {
      case 'T':
        return t('guide.timer', { tool: name[language], count: read.minutes });
      case 'V':
        return t('guide.dots', { tool: name[language], count: read.dots });
      default:
        return name[language];
    }
  };
  return (
    <>
      <ToolIcon aria-hidden="true" />
      <span>
        <b>{title()}</b>
        <small>{about[language]}</small>
      </span>
    </>
  );
}
