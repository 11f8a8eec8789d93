import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './WorkshopSkeleton.module.css';

const steps = [1, 2, 3, 4] as const;

/** Where things will stand, for whoever waits longer than a moment. */
export function WorkshopSkeleton() {
  const t = useText();
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{t('workshop.opening')}</span>
      <div className={styles.title} />
      <div className={styles.steps}>
        {steps.map((step) => (
          <div key={step}>
            <i />
            <b />
            <em />
            <em />
          </div>
        ))}
      </div>
      <div className={styles.side} />
    </div>
  );
}
