import { useText } from '../../../i18n/LanguageProvider.tsx';
import type { Fault, PhaseField } from './edit.ts';

/** @returns what is wrong with a field of a phase, in its writer's words; undefined when nothing is */
export type FaultText = (field: PhaseField, max: number) => string | undefined;

export function useFaultText(faults: readonly Fault[]): FaultText {
  const t = useText();
  return (field, max) => {
    switch (faults.find((fault) => fault.field === field)?.reason) {
      case undefined:
        return undefined;
      case 'empty':
        return t('agenda.noName');
      case 'long':
        return t('errors.line-too-long', { count: max });
      case 'disguised':
        return t('errors.line-disguised');
      case 'range':
        return t('agenda.noMinutes', { count: max });
    }
  };
}
