import type { Icon } from '@phosphor-icons/react';
import { FlagBannerIcon } from '@phosphor-icons/react/dist/csr/FlagBanner';
import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import { NoteBlankIcon } from '@phosphor-icons/react/dist/csr/NoteBlank';
import { TreeStructureIcon } from '@phosphor-icons/react/dist/csr/TreeStructure';
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import type { TemplateId } from '../../shared/api/templates.ts';

/** The steps of the journey, in order. */
export const steps = [1, 2, 3, 4] as const;
export type Step = (typeof steps)[number];

interface TemplateFacts {
  readonly icon: Icon;
  /** null: not part of the journey. */
  readonly step: Step | null;
  /** How long a session with it takes and for how many people it is made; null where that is open. */
  readonly session: { readonly minutes: number; readonly peopleMin: number; readonly peopleMax: number } | null;
}

export const templateFacts: Readonly<Record<TemplateId, TemplateFacts>> = {
  'root-cause-tree': {
    icon: TreeStructureIcon,
    step: 1,
    session: { minutes: 115, peopleMin: 6, peopleMax: 24 },
  },
  'actor-map': { icon: UsersThreeIcon, step: 1, session: { minutes: 120, peopleMin: 5, peopleMax: 20 } },
  visioning: { icon: FlagBannerIcon, step: 1, session: { minutes: 150, peopleMin: 6, peopleMax: 30 } },
  'lessons-learnt': { icon: LightbulbIcon, step: 4, session: { minutes: 120, peopleMin: 5, peopleMax: 20 } },
  blank: { icon: NoteBlankIcon, step: null, session: null },
};

/** In the order in which a partnership meets them. */
export const templateOrder = Object.keys(templateFacts) as readonly TemplateId[];
