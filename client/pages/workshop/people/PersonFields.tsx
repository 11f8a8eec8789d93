import { useMemo, useState } from 'react';
import type { Organisation } from '../../../../shared/api/workshops.ts';
import { textLimits } from '../../../../shared/protocol/limits.ts';
import { type Failure, refusedFields } from '../../../api/call.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { type LineFault, lineFault, lineFaultText, refusedLine } from '../../../i18n/line-text.ts';
import { Field } from '../../../ui/Field.tsx';
import { Input } from '../../../ui/Input.tsx';
import { stampsOf } from '../../../ui/stamps.ts';
import { OrganisationField } from '../../join/OrganisationField.tsx';

interface Values {
  readonly name: string;
  readonly organisation: string;
}
type Errors = { readonly [Field in keyof Values]?: LineFault | undefined };

/** Name and organisation of somebody, while they are being corrected. */
export function usePersonFields(initial: Values) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Errors>({});

  /** @returns null when something in it will not do, which the fields then say. */
  const checked = (): Values | null => {
    const found: Errors = {
      name: lineFault(values.name, textLimits.personName),
      organisation: lineFault(values.organisation, textLimits.organisationName),
    };
    setErrors(found);
    return found.name === undefined && found.organisation === undefined ? values : null;
  };
  /** @returns whether the server named a field as wrong. */
  const refuse = (failure: Failure): boolean => {
    const refused = refusedFields(failure);
    const say = (field: keyof Values) => (refused.has(field) ? refusedLine : undefined);
    setErrors({ name: say('name'), organisation: say('organisation') });
    return refused.has('name') || refused.has('organisation');
  };
  const change = (part: Partial<Values>) => {
    setValues((current) => ({ ...current, ...part }));
    setErrors((current) => ({
      ...current,
      ...Object.fromEntries(Object.keys(part).map((field) => [field, undefined])),
    }));
  };
  return { values, errors, change, checked, refuse };
}

interface PersonFieldsProps {
  readonly fields: ReturnType<typeof usePersonFields>;
  /** "Your name" or somebody's. */
  readonly nameLabel: string;
  readonly organisationLabel: string;
  readonly organisations: readonly Organisation[];
}

export function PersonFields({ fields, nameLabel, organisationLabel, organisations }: PersonFieldsProps) {
  const t = useText();
  const { values, errors, change } = fields;
  const stamps = useMemo(() => stampsOf(organisations), [organisations]);
  return (
    <>
      <Field label={nameLabel} error={lineFaultText(errors.name, t('errors.empty.name'), t)}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={values.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <OrganisationField
        label={organisationLabel}
        organisations={organisations}
        stamps={stamps}
        value={values.organisation}
        error={lineFaultText(errors.organisation, t('errors.empty.organisation'), t)}
        onChange={(organisation) => change({ organisation })}
      />
    </>
  );
}
