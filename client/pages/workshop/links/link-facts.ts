import type { Invite } from '../../../../shared/api/workshops.ts';
import { formatMoment } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';

/** What narrows a link: its end and its code. Nothing for most. */
export function useLinkFacts(): (invite: Invite) => readonly string[] {
  const { t, language } = useLanguage();
  return ({ expiresAtMs, hasPasscode }) => {
    const nowMs = Date.now();
    const end =
      expiresAtMs === null
        ? null
        : t(expiresAtMs > nowMs ? 'links.until' : 'links.over', { when: formatMoment(expiresAtMs, nowMs, language) });
    return [end, hasPasscode ? t('links.withCode') : null].filter((fact) => fact !== null);
  };
}
