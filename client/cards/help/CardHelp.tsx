import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import { useId } from 'react';
import { useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './CardHelp.module.css';
import { FindingNote } from './FindingNote.tsx';
import { type Help, useHelp } from './help.ts';
import { ReadBack } from './ReadBack.tsx';

/** Help about one card, for the panel of its fields. Nothing where there is none. */
export function CardHelp({ cardId }: { readonly cardId: string }) {
  const help = useHelp();
  return (
    <>
      {help !== null && <Notes cardId={cardId} help={help} />}
      <ReadBack cardId={cardId} />
    </>
  );
}

function Notes({ cardId, help }: { readonly cardId: string; readonly help: Help }) {
  const t = useText();
  const id = useId();
  const findings = useValue(
    'help about a card',
    () =>
      help.findings
        .get()
        .filter((one) => one.cardId === cardId && one.dismissed === null && one.audience === 'everyone'),
    [help, cardId],
  );
  if (findings.length === 0) return null;
  return (
    <section className={styles.help} aria-labelledby={id}>
      <h3 id={id}>
        <LightbulbIcon aria-hidden="true" />
        {t('help.about')}
      </h3>
      <ul>
        {findings.map((finding) => (
          <li key={finding.key}>
            <FindingNote finding={finding} help={help} />
          </li>
        ))}
      </ul>
    </section>
  );
}
