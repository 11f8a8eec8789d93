import { useId, useMemo, useState } from 'react';
import type { OrganisationId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { breakoutLimits } from '../../../shared/session/breakouts.ts';
import { deal, letterOf } from '../../../shared/session/groups.ts';
import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { FieldPair } from '../../ui/FieldPair.tsx';
import { Select } from '../../ui/Select.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import type { StampMark } from '../../ui/stamps.ts';
import styles from './StartDialog.module.css';

export interface Candidate {
  readonly participantId: ParticipantId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly mark: StampMark | undefined;
  /** Whoever leads is in no group unless they are put into one. */
  readonly leads: boolean;
}

interface StartDialogProps {
  readonly frames: readonly { readonly id: string; readonly name: string }[];
  /** What most look at now. */
  readonly currentFrame: string | null;
  readonly people: readonly Candidate[];
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onStart: (frameId: string, groups: ParticipantId[][]) => void;
  readonly onClose: () => void;
}

const none = '';
/** Nothing stands beside the list that would say more of it. */
const unexplained = { 'aria-describedby': undefined, 'aria-invalid': undefined } as const;
/** People in a group in which everybody gets to speak. */
const usualSize = 4;
const usualCount = (people: number): number =>
  Math.min(breakoutLimits.groupsMax, Math.max(breakoutLimits.groupsMin, Math.round(people / usualSize)));
const counts = Array.from(
  { length: breakoutLimits.groupsMax - breakoutLimits.groupsMin + 1 },
  (_, at) => `${breakoutLimits.groupsMin + at}`,
);

const idsOf = (people: readonly Candidate[]): ReadonlySet<ParticipantId> =>
  new Set(people.map(({ participantId }) => participantId));

function dealAll(
  people: readonly Candidate[],
  first: ReadonlySet<ParticipantId>,
  count: number,
  seed: number,
): readonly (readonly ParticipantId[])[] {
  const members = people.filter(({ leads }) => !leads);
  const groups = deal(
    members.filter(({ participantId }) => first.has(participantId)),
    count,
    seed,
  ).map((group) => [...group]);
  for (const { participantId } of members)
    if (!first.has(participantId)) groups.toSorted((a, b) => a.length - b.length)[0]?.push(participantId);
  return groups;
}

/** Deals who is here into mixed groups; whoever leads moves people before they start. */
export function StartDialog({ frames, currentFrame, people, busy, failure, onStart, onClose }: StartDialogProps) {
  const t = useText();
  const id = useId();
  const [frameId, setFrame] = useState(currentFrame ?? frames[0]?.id ?? none);
  const [count, setCount] = useState(() => usualCount(people.filter(({ leads }) => !leads).length));
  const [seed, setSeed] = useState(() => Date.now());
  const [moved, setMoved] = useState<ReadonlyMap<ParticipantId, string>>(new Map());
  // Whoever comes meanwhile goes to the smallest group: nobody else is moved.
  const [first, setFirst] = useState(() => idsOf(people));
  const dealt = useMemo(() => dealAll(people, first, count, seed), [people, first, count, seed]);
  const placeOf = ({ participantId }: Candidate): string => {
    const at = dealt.findIndex((group) => group.includes(participantId));
    const place = moved.get(participantId) ?? (at < 0 ? none : `${at}`);
    return Number(place) < count ? place : none;
  };
  const groups = Array.from({ length: count }, (_, group) => people.filter((one) => placeOf(one) === `${group}`));
  const others = people.filter((one) => placeOf(one) === none);
  const name = (group: number) => t('breakouts.group', { letter: letterOf(group) });
  const options = [
    ...groups.map((_, group) => ({ value: `${group}`, label: name(group) })),
    { value: none, label: t('breakouts.none') },
  ];
  const start = () =>
    onStart(
      frameId,
      groups.map((members) => members.map(({ participantId }) => participantId)),
    );
  const dealAgain = () => {
    setMoved(new Map());
    setFirst(idsOf(people));
    setSeed(seed + 1);
  };
  const member = (one: Candidate) => (
    <li key={one.participantId}>
      {one.mark && <Stamp mark={one.mark} />}
      <span>{one.name}</span>
      <Select
        id={`${id}-${one.participantId}`}
        {...unexplained}
        aria-label={t('breakouts.placeOf', { name: one.name })}
        value={placeOf(one)}
        options={options}
        onChange={(place) => setMoved(new Map([...moved, [one.participantId, place]]))}
      />
    </li>
  );
  return (
    <Dialog open onClose={onClose} title={t('breakouts.title')} text={t('breakouts.about')}>
      <DialogBody>
        {frames.length === 0 ? (
          <p>{t('breakouts.noFrame')}</p>
        ) : (
          <div className={styles.content}>
            <FieldPair>
              <Field label={t('breakouts.frame')}>
                {(control) => (
                  <Select
                    {...control}
                    value={frameId}
                    options={frames.map(({ id, name: label }) => ({ value: id, label }))}
                    onChange={setFrame}
                  />
                )}
              </Field>
              <Field label={t('breakouts.count')}>
                {(control) => (
                  <Select
                    {...control}
                    value={`${count}`}
                    options={counts.map((value) => ({ value, label: value }))}
                    onChange={(value) => setCount(Number(value))}
                  />
                )}
              </Field>
            </FieldPair>
            <section className={styles.groups} aria-label={t('breakouts.dealt')}>
              {groups.map((members, group) => (
                <section key={letterOf(group)} aria-label={name(group)}>
                  <h3>
                    {name(group)} <small className="muted num">{t('common.people', { count: members.length })}</small>
                  </h3>
                  <ul>{members.map(member)}</ul>
                </section>
              ))}
              {others.length > 0 && (
                <section aria-label={t('breakouts.none')}>
                  <h3>{t('breakouts.none')}</h3>
                  {others.some(({ leads }) => leads) && <p className="muted small">{t('breakouts.hops')}</p>}
                  <ul>{others.map(member)}</ul>
                </section>
              )}
            </section>
            <FailureNote failure={failure} />
          </div>
        )}
      </DialogBody>
      <DialogFooter>
        {frames.length === 0 ? (
          <Button look="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        ) : (
          <>
            <Button look="line" onClick={dealAgain}>
              {t('breakouts.again')}
            </Button>
            <Button look="primary" busy={busy} onClick={start}>
              {t('breakouts.start')}
            </Button>
          </>
        )}
      </DialogFooter>
    </Dialog>
  );
}
