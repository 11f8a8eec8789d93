import { groupBy } from '../../../shared/method/behaviours/group.ts';
import type { Guide } from '../../../shared/method/guide/guide.ts';
import type { Text } from '../../../shared/method/template.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { useMethod } from '../method.ts';
import { frameName, useFrameInView } from './frames.ts';
import styles from './Sections.module.css';
import { Section } from './Sections.tsx';

interface PromptsProps {
  readonly guide: Guide;
  /** Those of the phase that everybody is in; null while no session runs. */
  readonly now: readonly string[] | null;
  readonly onGoTo: (frameId: string) => void;
}

/** What is asked now, the questions of the page in view, then those of the others: for whoever takes part. */
export function Prompts({ guide, now, onGoTo }: PromptsProps) {
  const t = useText();
  const method = useMethod();
  const current = useFrameInView(method);
  const pages = groupBy(
    guide.phases.flatMap(({ frameId, prompts = [] }) =>
      frameId === null ? [] : prompts.map((prompt) => ({ frameId, prompt })),
    ),
    ({ frameId }) => frameId,
  );
  const here = current === null ? undefined : pages.get(current);
  const others = [...pages].filter(([frameId]) => frameId !== current);
  return (
    <>
      {now !== null && now.length > 0 && (
        <section className={styles.now}>
          <h3>{t('run.question')}</h3>
          <ul className={styles.prompts} lang={method.language}>
            {now.map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ul>
        </section>
      )}
      {here !== undefined && (
        <section className={styles.here}>
          <h3>{t('guide.promptsHere')}</h3>
          <List prompts={here.map(({ prompt }) => prompt)} />
        </section>
      )}
      {others.length > 0 && (
        <Section title={t(here === undefined ? 'guide.prompts' : 'guide.promptsElsewhere')} open={here === undefined}>
          <div>
            {others.map(([frameId, own]) => (
              <section key={frameId} className={styles.page}>
                <h3 lang={method.language}>
                  <button type="button" onClick={() => onGoTo(frameId)}>
                    {frameName(method, frameId)}
                  </button>
                </h3>
                <List prompts={own.map(({ prompt }) => prompt)} />
              </section>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

function List({ prompts }: { readonly prompts: readonly Text[] }) {
  const { language } = useMethod();
  return (
    <ul className={styles.prompts} lang={language}>
      {prompts.map((prompt) => (
        <li key={prompt.en}>{prompt[language]}</li>
      ))}
    </ul>
  );
}
