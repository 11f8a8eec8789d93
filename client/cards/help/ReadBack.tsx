import { type TLShapeId, useValue } from 'tldraw';
import { readBack } from '../../../shared/method/help/read-back.ts';
import { readBackWords } from '../../../shared/method/help/texts/read-back.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useMethod } from '../method.ts';
import styles from './CardHelp.module.css';

/** A chain of causes to be read aloud, from this card up to the problem. Its links open where the chain breaks. */
export function ReadBack({ cardId }: { readonly cardId: string }) {
  const { language } = useLanguage();
  const { editor, view, language: boardLanguage } = useMethod();
  const links = useValue('chain', () => readBack(view.get(), cardId), [view, cardId]);
  const [first] = links;
  if (first === undefined) return null;
  return (
    <details className={styles.chain}>
      <summary>{readBackWords.button[language]}</summary>
      <p>{readBackWords.hint[language]}</p>
      <ol>
        <li>
          <p lang={boardLanguage}>{first.from.title}</p>
        </li>
        {links.map(({ to, relation }) => (
          <li key={relation.id}>
            <button type="button" lang={boardLanguage} onClick={() => editor.select(relation.id as TLShapeId)}>
              {readBackWords.therefore[boardLanguage]}
            </button>
            <p lang={boardLanguage}>{to.title}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
