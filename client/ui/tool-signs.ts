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
import type { Language } from '../../shared/api/text.ts';
import { toolWords } from '../../shared/method/guide/tools.ts';
import type { PhaseTool } from '../../shared/session/agenda.ts';
import type { Translate } from '../i18n/catalogue.ts';

export const toolIcons: Readonly<Record<PhaseTool['tool'], Icon>> = {
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

/** Its name, and how much of it. */
export function toolTitle(read: PhaseTool, language: Language, t: Translate): string {
  const tool = toolWords[read.tool].name[language];
  switch (read.tool) {
    case 'T':
      return t('guide.timer', { tool, count: read.minutes });
    case 'V':
      return t('guide.dots', { tool, count: read.dots });
    default:
      return tool;
  }
}
