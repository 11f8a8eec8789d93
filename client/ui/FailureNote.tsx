import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle';
import type { Failure } from '../api/call.ts';
import { failureText } from '../i18n/failure-text.ts';
import { useText } from '../i18n/LanguageProvider.tsx';
import styles from './FailureNote.module.css';

/** A failure beside what it belongs to: what was entered stays in sight. Always mounted, so that it is read out. */
export function FailureNote({ failure }: { readonly failure: Failure | null }) {
  const t = useText();
  const text = failure && failureText(failure, t);
  return (
    <div role="alert">
      {text && (
        <p className={styles.note}>
          <WarningCircleIcon aria-hidden="true" />
          <span>
            <strong>{text.title}.</strong> {text.text}
          </span>
        </p>
      )}
    </div>
  );
}
