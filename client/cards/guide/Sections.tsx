import type { ReactNode } from 'react';
import type { Guide } from '../../../shared/method/guide/guide.ts';
import { useLanguage, useText } from '../../i18n/LanguageProvider.tsx';
import { LegendMark } from './LegendMark.tsx';
import styles from './Sections.module.css';

interface SectionProps {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

export function Section({ title, open = false, children }: SectionProps) {
  return (
    <details className={styles.section} open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** Who does what besides taking part, those who are not in the room, and those affected: for whoever leads. */
export function ForLeading({ guide }: { readonly guide: Guide }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <>
      <Section title={t('guide.roles')}>
        <dl className={styles.roles}>
          {guide.roles.map(({ name, task }) => (
            <div key={name.en}>
              <dt>{name[language]}</dt>
              <dd>{task[language]}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('guide.affected')}>
        <p>{guide.affected[language]}</p>
      </Section>
      <Section title={t('guide.remote')}>
        <p>{guide.remote[language]}</p>
      </Section>
    </>
  );
}

interface LegendProps {
  readonly guide: Guide;
  readonly open?: boolean;
}

export function Legend({ guide, open = false }: LegendProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <Section title={t('guide.legend')} open={open}>
      <ul className={styles.legend}>
        {guide.legend.map(({ sign, text }) => (
          <li key={text.en}>
            <LegendMark sign={sign} />
            <span>{text[language]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
