import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { textLimits } from '../../../shared/protocol/limits.ts';
import { refusedFields } from '../../api/call.ts';
import { createSession } from '../../api/sessions.ts';
import { duplicateWorkshop } from '../../api/workshops.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { type LineFault, lineFault, lineFaultText, refusedLine } from '../../i18n/line-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { joinPath, workshopPath } from '../paths.ts';
import { rememberNewWorkshop } from '../remembered-workshops.ts';
import { useAct } from '../use-act.ts';
import styles from './NextWorkshop.module.css';

interface NextWorkshopProps {
  readonly data: GetWorkshopResponse;
  readonly onClose: () => void;
}

/** The next session of a partnership: a new workshop with boards of this one, and oneself in it. */
export function NextWorkshop({ data, onClose }: NextWorkshopProps) {
  const { t, language } = useLanguage();
  const [, navigate] = useLocation();
  const { act, busy, failure, forget } = useAct();
  const boards = data.boards.filter(({ example }) => !example);
  const [title, setTitle] = useState(() => firstTitle(t('manage.nextTitle', { title: data.workshop.title })));
  const [error, setError] = useState<LineFault>();
  const [left, setLeft] = useState<ReadonlySet<BoardId>>(new Set());
  const [withCards, setWithCards] = useState(true);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const wrong = lineFault(title, textLimits.workshopTitle);
    setError(wrong);
    if (wrong !== undefined) return;
    const chosen = boards.filter(({ id }) => !left.has(id)).map(({ id }) => id);
    const answer = await act(() => duplicateWorkshop(data.workshop.id, { title, boards: chosen, withCards }));
    if (!answer.ok) {
      if (!refusedFields(answer.failure).has('title')) return;
      forget();
      return setError(refusedLine);
    }
    const { workshop, invites } = answer.value;
    const { facilitator, participant, viewer } = invites;
    rememberNewWorkshop(
      workshop,
      {
        facilitator: { inviteId: facilitator.id, url: facilitator.url },
        participant: { inviteId: participant.id, url: participant.url },
        viewer: { inviteId: viewer.id, url: viewer.url },
      },
      Date.now(),
    );
    const { token } = facilitator;
    const organisation = data.organisations.find(({ id }) => id === data.me.participant.organisationId)?.name ?? '';
    const joined = await createSession({ token, name: data.me.participant.name, organisation, language });
    // The workshop exists and its links are kept; the join page says what stands in the way and tries again.
    navigate(joined.ok ? workshopPath(workshop.id) : joinPath(token));
  };
  return (
    <Dialog open onClose={onClose} title={t('manage.prepareNext')} text={t('manage.nextAbout')}>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <DialogBody>
          <Field label={t('manage.nextName')} error={lineFaultText(error, t('errors.empty.title'), t)}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                value={title}
                onChange={(event) => {
                  setTitle(event.target.value);
                  setError(undefined);
                }}
              />
            )}
          </Field>
          {boards.length === 0 ? (
            <p>{t('manage.noBoards')}</p>
          ) : (
            <>
              <fieldset className={styles.boards}>
                <legend>{t('manage.whichBoards')}</legend>
                {boards.map((board) => (
                  <Check
                    key={board.id}
                    checked={!left.has(board.id)}
                    onChange={(goes) => setLeft(goes ? without(left, board.id) : new Set([...left, board.id]))}
                  >
                    {board.title}
                  </Check>
                ))}
              </fieldset>
              <Segments
                legend={t('manage.cards')}
                options={[
                  { value: 'with', label: t('manage.withCards') },
                  { value: 'without', label: t('manage.withoutCards') },
                ]}
                value={withCards ? 'with' : 'without'}
                onChange={(next) => setWithCards(next === 'with')}
              />
            </>
          )}
          <FailureNote failure={failure} />
        </DialogBody>
        <DialogFooter>
          <Button look="line" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('manage.makeNext')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

/** Long titles leave no room for what is added to them. */
const firstTitle = (title: string): string => title.slice(0, textLimits.workshopTitle);

const without = (ids: ReadonlySet<BoardId>, id: BoardId): ReadonlySet<BoardId> =>
  new Set([...ids].filter((each) => each !== id));
