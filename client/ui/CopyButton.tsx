import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check';
import { CopyIcon } from '@phosphor-icons/react/dist/csr/Copy';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Button, IconButton } from './Button.tsx';
import styles from './CopyButton.module.css';
import { copyText } from './clipboard.ts';
import { Input } from './Input.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What it copies: the button's word, or the name of the icon alone. */
  readonly label: string;
  readonly iconOnly?: boolean;
}

type Outcome = 'none' | 'copied' | 'by-hand';

/** How long "Copied" stays. */
const shownMs = 2_500;

/** Copies, says so, and where the browser refuses shows the text selected for copying by hand. */
export function CopyButton({ text, label, iconOnly = false }: CopyButtonProps) {
  const t = useText();
  const [outcome, setOutcome] = useState<Outcome>('none');
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (outcome === 'by-hand') field.current?.select();
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome('none'), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = () => {
    copyText(text).then(
      (done) => setOutcome(done ? 'copied' : 'by-hand'),
      () => setOutcome('by-hand'),
    );
  };
  const icon = outcome === 'copied' ? <CheckIcon /> : <CopyIcon />;
  return (
    <>
      {iconOnly ? (
        <IconButton label={label} onClick={copy}>
          {icon}
        </IconButton>
      ) : (
        <Button look="line" onClick={copy}>
          {icon}
          {/* Both words take their room, so the button does not jump. */}
          <span className={styles.words}>
            <span data-shown={outcome !== 'copied'}>{label}</span>
            <span data-shown={outcome === 'copied'}>{t('common.copied')}</span>
          </span>
        </Button>
      )}
      <span role="status" className="visually-hidden">
        {outcome === 'copied' && t('common.copied')}
      </span>
      {outcome === 'by-hand' && (
        <div className={styles.byHand}>
          <p role="alert">{t('common.copyByHand')}</p>
          <Input ref={field} readOnly value={text} aria-label={label} onFocus={(event) => event.target.select()} />
        </div>
      )}
    </>
  );
}
