import type { Audience } from '../../../shared/api/boards.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Segments } from '../../ui/Segments.tsx';
import styles from './AudienceChoice.module.css';

interface AudienceChoiceProps {
  /** That the role may read, the narrowest first. */
  readonly audiences: readonly Audience[];
  readonly audience: Audience;
  readonly onChange: (audience: Audience) => void;
  /** Cards that these readers do not get; null while that is not known. */
  readonly leftOut: number | null;
}

export function AudienceChoice({ audiences, audience, onChange, leftOut }: AudienceChoiceProps) {
  const t = useText();
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
        hint={hintOf(leftOut, t)}
        value={audience}
        onChange={onChange}
        options={audiences.map((value) => ({ value, label: t(`export.audience-${value}`) }))}
      />
    </div>
  );
}

function hintOf(leftOut: number | null, t: ReturnType<typeof useText>): string {
  if (leftOut === null) return t('export.leavesOutData');
  return leftOut === 0 ? t('export.leavesOutNothing') : t('export.leavesOut', { count: leftOut });
}
