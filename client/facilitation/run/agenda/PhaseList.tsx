import { nanoid } from 'nanoid';
import { phaseTitle } from '../../../../shared/method/guide/phase-words.ts';
import type { Phase, PhaseId } from '../../../../shared/session/agenda.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { announce } from '../../../ui/announce.ts';
import { useDragging } from '../../../ui/use-dragging.ts';
import { changed, type Draft, duplicated, type Fault, isFull, moved, removed } from './edit.ts';
import { PhaseFields, type PhaseSource } from './PhaseFields.tsx';
import styles from './PhaseList.module.css';
import { PhaseRow } from './PhaseRow.tsx';
import type { PhaseEdits } from './phase-edits.ts';

interface PhaseListProps extends PhaseSource {
  readonly draft: Draft;
  readonly faults: readonly Fault[];
  readonly currentId: PhaseId | null;
  readonly openId: PhaseId | null;
  readonly onOpen: (id: PhaseId | null) => void;
  readonly onChange: (draft: Draft) => void;
  readonly onAdd: (after: PhaseId) => void;
  /** Leads the keyboard to a place of the dialog. */
  readonly focus: (place: string) => void;
}

/** The phases in their order: one at a time is open, the others can be dragged. */
export function PhaseList({
  draft,
  faults,
  currentId,
  openId,
  onOpen,
  onChange,
  onAdd,
  focus,
  ...source
}: PhaseListProps) {
  const { t, language } = useLanguage();
  const titleOf = (phase: Phase) => phaseTitle(phase, source.guide, language) || t('agenda.untitled');
  const edits: PhaseEdits = {
    onChange: (phase, change) => onChange(changed(draft, phase.id, change)),
    onMove: (phase, side, other) => {
      const next = moved(draft, phase.id, side, other.id);
      onChange(next);
      const place = next.findIndex(({ id }) => id === phase.id) + 1;
      announce(t('agenda.saidMoved', { title: titleOf(phase), place, count: next.length }));
    },
    onAddAfter: (phase) => onAdd(phase.id),
    onDuplicate: (phase) => {
      onChange(duplicated(draft, phase.id, nanoid()));
      announce(t('agenda.saidDuplicated', { title: titleOf(phase) }));
    },
    onRemove: (phase) => {
      const at = draft.indexOf(phase);
      const neighbour = draft[at + 1] ?? draft[at - 1];
      onChange(removed(draft, phase.id));
      announce(t('agenda.saidRemoved', { title: titleOf(phase) }));
      focus(neighbour === undefined ? 'add' : `${neighbour.id} row`);
    },
  };
  const dragging = useDragging(edits.onMove);
  return (
    <ol className={styles.list} aria-label={t('agenda.list')}>
      {draft.map((phase, index) => {
        const isOpen = phase.id === openId;
        const isCurrent = phase.id === currentId;
        const own = faults.filter(({ phaseId }) => phaseId === phase.id);
        return (
          <li
            key={phase.id}
            data-open={isOpen || undefined}
            data-now={isCurrent || undefined}
            aria-current={isCurrent ? 'step' : undefined}
            // Words in an open one are marked with the mouse.
            draggable={!isOpen && draft.length > 1}
            {...dragging(phase)}
          >
            <PhaseRow
              {...{ phase, edits, isOpen, isCurrent }}
              number={index + 1}
              title={titleOf(phase)}
              previous={draft[index - 1]}
              next={draft[index + 1]}
              isFirst={phase.id === (currentId ?? draft[0]?.id)}
              isFaulty={own.length > 0}
              isFull={isFull(draft)}
              onOpen={() => onOpen(isOpen ? null : phase.id)}
            />
            {isOpen && (
              <PhaseFields
                {...{ phase, isCurrent, ...source }}
                faults={own}
                onChange={(change) => edits.onChange(phase, change)}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
