import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import styles from './JoinForm.module.css';
import { type UsedLink, useJoin } from './use-join.ts';

interface WelcomeBackProps {
  readonly link: UsedLink;
  readonly name: string;
  readonly organisation: string;
  readonly onCorrect: () => void;
}

/** This browser is somebody here already: one button goes on, and takes over what the new link may give. */
export function WelcomeBack({ link, name, organisation, onCorrect }: WelcomeBackProps) {
  const t = useText();
  const { join, busy, failure } = useJoin(link);
  return (
    <section className={styles.form}>
      <div>
        <h2>{t('join.welcomeBack', { name })}</h2>
        <p className={styles.text}>{t('join.welcomeBackText', { name, organisation })}</p>
      </div>
      <FailureNote failure={failure} />
      <div className={styles.ways}>
        <Button look="primary" size="large" wide busy={busy} onClick={() => void join({ name, organisation })}>
          {t('join.carryOn', { name })}
          {!busy && <ArrowRightIcon aria-hidden="true" />}
        </Button>
        <Button onClick={onCorrect}>{t('join.correct')}</Button>
      </div>
    </section>
  );
}
