import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Language } from '../../../shared/api/text.ts';
import type { CreateWorkshopResponse } from '../../../shared/api/workshops.ts';
import { textLimits } from '../../../shared/protocol/limits.ts';
import { type Failure, refusedFields } from '../../api/call.ts';
import { createSession } from '../../api/sessions.ts';
import { createWorkshop } from '../../api/workshops.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { type LineFault, lineFault, refusedLine } from '../../i18n/line-text.ts';
import { joinPath, workshopPath } from '../paths.ts';
import { rememberNewWorkshop } from '../remembered-workshops.ts';

interface NewWorkshopFields {
  readonly title: string;
  readonly name: string;
  readonly organisation: string;
  /** Of the boards; null until somebody chooses: that of the page, whichever it becomes. */
  readonly language: Language | null;
  /** null until the server asks for one. */
  readonly createKey: string | null;
}
interface FieldFaults {
  readonly title?: LineFault | undefined;
  readonly name?: LineFault | undefined;
  readonly organisation?: LineFault | undefined;
  readonly createKey?: 'empty' | 'wrong' | undefined;
}

/** What the form holds, and the way from there to an open workshop with oneself in it. */
export function useNewWorkshop() {
  const { language: pageLanguage } = useLanguage();
  const [, navigate] = useLocation();
  const [fields, setFields] = useState<NewWorkshopFields>({
    title: '',
    name: '',
    organisation: '',
    language: null,
    createKey: null,
  });
  const boardLanguage = fields.language ?? pageLanguage;
  const [errors, setErrors] = useState<FieldFaults>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const change = (changed: Partial<NewWorkshopFields>) => {
    setFields((current) => ({ ...current, ...changed }));
    // A field one is mending is no longer wrong until it is sent again.
    setErrors((current) => ({
      ...current,
      ...Object.fromEntries(Object.keys(changed).map((key) => [key, undefined])),
    }));
  };

  const refuse = (refused: Failure) => {
    setBusy(false);
    if (refused.kind === 'problem' && refused.problem.code === 'create-key-needed') {
      if (fields.createKey === null) change({ createKey: '' });
      else setErrors({ createKey: 'wrong' });
      return;
    }
    if (refusedFields(refused).has('title')) setErrors({ title: refusedLine });
    else setFailure(refused);
  };

  const enter = async ({ workshop, invites }: CreateWorkshopResponse) => {
    const { name, organisation } = fields;
    const token = invites.facilitator.token;
    const joined = await createSession({ token, name, organisation, language: pageLanguage });
    // The workshop exists and its links are kept; the join page says what stands in the way and tries again.
    navigate(joined.ok ? workshopPath(workshop.id) : joinPath(token), { replace: !joined.ok });
  };

  const submit = async () => {
    const found: FieldFaults = {
      title: lineFault(fields.title, textLimits.workshopTitle),
      name: lineFault(fields.name, textLimits.personName),
      organisation: lineFault(fields.organisation, textLimits.organisationName),
      createKey: fields.createKey?.trim() === '' ? 'empty' : undefined,
    };
    setErrors(found);
    setFailure(null);
    if (Object.values(found).some((error) => error !== undefined)) return;

    setBusy(true);
    const { title, createKey } = fields;
    const created = await createWorkshop({ title, language: boardLanguage }, createKey?.trim() ?? null);
    if (!created.ok) return refuse(created.failure);
    const { facilitator, participant, viewer } = created.value.invites;
    rememberNewWorkshop(
      created.value.workshop,
      {
        facilitator: { inviteId: facilitator.id, url: facilitator.url },
        participant: { inviteId: participant.id, url: participant.url },
        viewer: { inviteId: viewer.id, url: viewer.url },
      },
      Date.now(),
    );
    await enter(created.value);
  };

  return { fields, boardLanguage, change, errors, failure, busy, submit };
}
