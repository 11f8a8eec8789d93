import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import { nanoid } from 'nanoid';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../shared/api/text.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { Guide } from '../../../shared/method/guide/guide.ts';
import type { Template } from '../../../shared/method/template.ts';
import { agendaLimits } from '../../../shared/protocol/limits.ts';
import { type Agenda, minutesOf, type PhaseId } from '../../../shared/session/agenda.ts';
import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog, Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import styles from './AgendaDialog.module.css';
import { BackToScript } from './agenda/BackToScript.tsx';
import { added, type Draft, faultsOf, finished, isFull } from './agenda/edit.ts';
import { PhaseList } from './agenda/PhaseList.tsx';

interface AgendaDialogProps {
  /** What is edited: the board's agenda as it was kept when the dialog opened. */
  readonly agenda: Agenda;
  /** The script of the board's template, from which phases take their words that nobody changed; null where there is none. */
  readonly guide: Guide | null;
  readonly template: Template;
  /** Of the board. */
  readonly language: Language;
  /** The phase that everybody is in: it stays. Null while nothing runs. */
  readonly currentId: PhaseId | null;
  /** Whether somebody changed what is kept: then there is a way back to the script. */
  readonly isOwn: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Null: back to the script. */
  readonly onSave: (agenda: Agenda | null) => void;
  readonly onClose: () => void;
}

/** Where whoever leads makes a session their own: its phases, in which order, for how long, where and with what. */
export function AgendaDialog(props: AgendaDialogProps) {
  const { agenda, guide, template, language, currentId, isOwn, busy, failure, onSave, onClose } = props;
  const t = useText();
  const [draft, setDraft] = useState<Draft>(agenda);
  const [openId, setOpenId] = useState<PhaseId | null>(null);
  // From the first try on, so that nobody is told off while they write.
  const [isChecked, setChecked] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { root, focus } = useFocusWithin();

  const faults = isChecked ? faultsOf(draft) : [];
  const isDirty = !isEqualJson(draft, agenda);
  const add = (after: PhaseId | null) => {
    const id = nanoid();
    setDraft(added(draft, id, after));
    setOpenId(id);
    focus(`${id} title`);
  };
  const save = () => {
    if (!isDirty) return onClose();
    const [first] = faultsOf(draft);
    if (first === undefined) return onSave(finished(draft));
    setChecked(true);
    setOpenId(first.phaseId);
    focus(`${first.phaseId} ${first.field}`);
  };
  const leave = () => (isDirty ? setLeaving(true) : onClose());
  const total = t('agenda.total', { minutes: minutesOf(draft), phases: t('agenda.phases', { count: draft.length }) });
  const addButton = (
    <Button
      look="line"
      disabled={isFull(draft)}
      data-place="add"
      autoFocus={draft.length === 0}
      onClick={() => add(openId)}
    >
      <PlusIcon aria-hidden="true" />
      {isFull(draft) ? t('agenda.full', { count: agendaLimits.phasesMax }) : t('agenda.add')}
    </Button>
  );
  return (
    <Dialog open wide onClose={leave} title={t('agenda.title')} text={total}>
      <DialogBody>
        <div ref={root} className={styles.content}>
          {draft.length === 0 ? (
            <EmptyState title={t('agenda.none')} text={t('agenda.noneText')}>
              {addButton}
            </EmptyState>
          ) : (
            <>
              <PhaseList
                {...{ draft, faults, currentId, openId, focus, guide, template, language }}
                onOpen={setOpenId}
                onChange={setDraft}
                onAdd={add}
              />
              {addButton}
            </>
          )}
        </div>
      </DialogBody>
      <div className={styles.failure}>
        <FailureNote failure={failure} />
      </div>
      <DialogFooter>
        {isOwn && guide !== null && <BackToScript {...{ guide, currentId, busy }} onBack={() => onSave(null)} />}
        <Button look="line" onClick={leave}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" busy={busy} onClick={save}>
          {t('common.save')}
        </Button>
      </DialogFooter>
      <ConfirmDialog
        open={isLeaving}
        onClose={() => setLeaving(false)}
        title={t('agenda.leave')}
        text={t('agenda.leaveText')}
        confirm={t('agenda.leaveConfirm')}
        busy={false}
        onConfirm={onClose}
      />
    </Dialog>
  );
}

/** Leads the keyboard to what is marked with `data-place`, once that is drawn. */
function useFocusWithin() {
  const root = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<{ readonly place: string } | null>(null);
  useEffect(() => {
    if (wanted !== null) root.current?.querySelector<HTMLElement>(`[data-place="${wanted.place}"]`)?.focus();
  }, [wanted]);
  return { root, focus: (place: string) => setWanted({ place }) };
}
