import { BookOpenIcon } from '@phosphor-icons/react/dist/csr/BookOpen';
import { BroomIcon } from '@phosphor-icons/react/dist/csr/Broom';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMethod } from '../method.ts';
import { useFrameInView } from './frames.ts';
import styles from './GuidePanel.module.css';

/** What whoever leads does with the page in view. */
export function Tasks({ onExample }: { readonly onExample: (() => void) | undefined }) {
  const t = useText();
  const method = useMethod();
  const current = useFrameInView(method);
  return (
    <div className={styles.tasks}>
      <Button look="line" disabled={current === null} onClick={() => current !== null && method.actions.tidy(current)}>
        <BroomIcon aria-hidden="true" />
        {t('guide.tidy')}
      </Button>
      {onExample !== undefined && (
        <Button look="line" onClick={onExample}>
          <BookOpenIcon aria-hidden="true" />
          {t('guide.example')}
        </Button>
      )}
    </div>
  );
}
