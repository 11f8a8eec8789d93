import { ArrowUUpLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowUUpLeft';
import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import { useId, useState } from 'react';
import { useValue } from 'tldraw';
import { groupBy } from '../../../shared/method/behaviours/group.ts';
import type { Finding } from '../../../shared/method/help/finding.ts';
import { sayFinding } from '../../../shared/method/help/say-help.ts';
import { useLanguage, useText } from '../../i18n/LanguageProvider.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { FindingNote } from '../help/FindingNote.tsx';
import type { Help } from '../help/help.ts';
import { useMethod } from '../method.ts';
import styles from './WorthALook.module.css';

interface WorthALookProps {
  readonly help: Help;
  readonly onCard: (cardId: string) => void;
}

/** All that automatic help has found, one line for each kind of finding; what was put aside is folded away. */
export function WorthALook({ help, onCard }: WorthALookProps) {
  const t = useText();
  const id = useId();
  const findings = useValue(help.findings);
  const standing = findings.filter(({ dismissed }) => dismissed === null);
  const dismissed = findings.filter((finding) => finding.dismissed !== null);
  const groups = [...groupBy(standing, ({ key }) => key).values()];
  const sorted = [...groups.filter(isUrgent), ...groups.filter((group) => !isUrgent(group))];
  return (
    <section className={styles.helped} aria-labelledby={id}>
      <h3 id={id}>
        <LightbulbIcon className={styles.bulb} aria-hidden="true" />
        {t('guide.worthALook')}
        <span className={styles.count}>
          <span aria-hidden="true" className="num">
            {standing.length}
          </span>
          <span className="visually-hidden">{t('guide.findings', { count: standing.length })}</span>
        </span>
      </h3>
      {standing.length === 0 && <p className={styles.nothing}>{t('guide.nothing')}</p>}
      <ul>
        {sorted.map((group) => (
          <Group key={group[0]?.key} group={group} help={help} onCard={onCard} />
        ))}
      </ul>
      {dismissed.length > 0 && <Dismissed findings={dismissed} help={help} onCard={onCard} />}
    </section>
  );
}

const isUrgent = (group: readonly Finding[]): boolean => group.some((finding) => finding.isUrgent);

interface GroupProps extends WorthALookProps {
  readonly group: readonly Finding[];
}

function Group({ group, help, onCard }: GroupProps) {
  const t = useText();
  const { language } = useLanguage();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [first] = group;
  if (first === undefined) return null;
  const { chip } = sayFinding(first, help.textOf(first), language);
  return (
    <li data-urgent={first.isUrgent || undefined}>
      {first.isUrgent && <p className={styles.urgent}>{t('guide.urgent')}</p>}
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{chip}</span>
        {group.length > 1 && <span className="num">{group.length}</span>}
        <CaretDownIcon weight="bold" aria-hidden="true" />
      </button>
      {isOpen && (
        <ul id={id} className={styles.notes}>
          {group.map((finding) => (
            <li key={`${finding.cardId} ${finding.cardIds.join(' ')}`}>
              <Cards finding={finding} onCard={onCard} />
              <FindingNote finding={finding} help={help} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** More cards than this would be a table. */
const namedMax = 5;

/** Ways to the cards that show it. */
function Cards({ finding, onCard }: { readonly finding: Finding; readonly onCard: (cardId: string) => void }) {
  const t = useText();
  const { view, language } = useMethod();
  const cards = useValue('cards', () => finding.cardIds.flatMap((id) => view.get().cards.get(id) ?? []), [
    view,
    finding,
  ]);
  if (cards.length === 0) return null;
  return (
    <ul className={styles.cards} aria-label={t('help.seeCards')}>
      {cards.slice(0, namedMax).map((card) => (
        <li key={card.id}>
          <button type="button" lang={language} onClick={() => onCard(card.id)}>
            {card.title}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface DismissedProps extends WorthALookProps {
  readonly findings: readonly Finding[];
}

function Dismissed({ findings, help, onCard }: DismissedProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <details className={styles.dismissed}>
      <summary>{t('guide.dismissed', { count: findings.length })}</summary>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.cardId} ${finding.key}`}>
            <div>
              <b>{sayFinding(finding, help.textOf(finding), language).chip}</b>
              <Cards finding={finding} onCard={onCard} />
              <p>{t('guide.reasonGiven', { reason: finding.dismissed ?? '' })}</p>
            </div>
            <IconButton label={t('guide.bringBack')} onClick={() => help.bringBack(finding)}>
              <ArrowUUpLeftIcon aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
