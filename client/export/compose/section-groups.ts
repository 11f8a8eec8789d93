import type { ReportSection } from '../../../shared/board/report/report.ts';
import type { Draft } from './draft.ts';
import type { FlowedPage } from './flow.ts';
import { sectionPages } from './section-pages.ts';
import type { Setting } from './setting.ts';

/** Sections that stand on pages together. */
export interface SectionGroup {
  readonly sections: readonly PlacedSection[];
  readonly pages: readonly FlowedPage[];
}

interface PlacedSection {
  readonly section: ReportSection;
  /** That it begins on, within the group. */
  readonly page: number;
  /** Points. */
  readonly top: number;
}

interface OpenGroup extends SectionGroup {
  /** Of what stands on the last page. Points. */
  readonly bottom: number;
}

/** Between the end of a section and the title of the next on its page. Points. */
const between = 30;

/**
 * A section that fits whole below the one before it stands there; any other begins a page. Posters stay alone.
 *
 * @param label above the title of what begins a page
 */
export function sectionGroups(setting: Setting, sections: readonly ReportSection[], label: string): SectionGroup[] {
  const groups: OpenGroup[] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    const joined = last === undefined ? null : joinedTo(setting, last, section);
    if (joined !== null) groups[groups.length - 1] = joined;
    else {
      const { top } = setting.sheet;
      groups.push({ ...sectionPages(setting, section, { label, top }), sections: [{ section, page: 0, top }] });
    }
  }
  return groups;
}

const hasPoster = ({ blocks }: ReportSection): boolean => blocks.some(({ kind }) => kind === 'poster');

/** @returns null where the section does not fit */
function joinedTo(setting: Setting, group: OpenGroup, section: ReportSection): OpenGroup | null {
  if ([section, ...group.sections.map((placed) => placed.section)].some(hasPoster)) return null;
  const top = group.bottom + between;
  const { pages, bottom } = sectionPages(setting, section, { label: '', top });
  const [own = [], ...others] = pages;
  if (others.length > 0 || bottom > setting.sheet.bottom) return null;
  const page = group.pages.length - 1;
  const [first] = group.sections;
  // As soon as there are several, each is told as a section of its own.
  const before =
    group.sections.length > 1 || first === undefined
      ? group.pages
      : group.pages.map((drafts) => inSection(drafts, first.section));
  return {
    sections: [...group.sections, { section, page, top }],
    pages: before.map((drafts, index) => (index === page ? [...drafts, ...inSection(own, section)] : drafts)),
    bottom,
  };
}

const inSection = (drafts: readonly Draft[], { id, title }: ReportSection): Draft[] =>
  drafts.map((draft) =>
    draft.structure.length === 0
      ? draft
      : { ...draft, structure: [{ tag: 'Sect', key: `section ${id}`, title }, ...draft.structure] },
  );
