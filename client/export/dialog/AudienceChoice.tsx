import type { Audience } from '../../../shared/api/boards.ts';
import type { Language } from '../../../shared/api/text.ts';
import type { Withheld } from '../../../shared/board/export/withheld.ts';
import { sayWithheld } from '../../../shared/board/report/words/words.ts';
import type { Translate } from '../../i18n/catalogue.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Segments } from '../../ui/Segments.tsx';
import styles from './AudienceChoice.module.css';

interface AudienceChoiceProps {
  /** That the role may read, the narrowest first. */
  readonly audiences: readonly Audience[];
  readonly audience: Audience;
  readonly onChange: (audience: Audience) => void;
  /** What these readers do not get; null while that is not known. */
  readonly leftOut: Withheld | null;
}

export function AudienceChoice({ audiences, audience, onChange, leftOut }: AudienceChoiceProps) {
  const { language, t } = useLanguage();
  if (audiences.length === 1)
    return (
      <div className={styles.only}>
        <b>{t('export.audience')}</b>
        <p>{t('export.onlyPublic')}</p>
      </div>
    );
  return (
    <div aria-live="polite">
      <Segments
        legend={t('export.audience')}
        hint={hintOf(leftOut, language, t)}
        value={audience}
        onChange={onChange}
        options={audiences.map((value) => ({ value, label: t(`export.audience-${value}`) }))}
      />
    </div>
  );
}

function hintOf(leftOut: Withheld | null, language: Language, t: Translate): string {
  if (leftOut === null) return t('export.leavesOutData');
  const what = sayWithheld(leftOut, language);
  return what === null ? t('export.leavesOutNothing') : t('export.leavesOut', { what });
}
