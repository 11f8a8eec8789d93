import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import { useState } from 'react';
import { type Editor, useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { switchHints, useHints } from '../../ui/hints.ts';
import { useFrames } from '../frames.ts';
import styles from './FirstHints.module.css';

const hints = ['move', 'card', 'frames'] as const;
type Hint = (typeof hints)[number];

const storageKey = 'commonboard.firstHints';

/** How many of them this browser's person has put away. */
function readSeen(): number {
  try {
    return Number(localStorage.getItem(storageKey)) || 0;
  } catch {
    // Without storage there is no telling whether they were here before: better quiet than again and again.
    return hints.length;
  }
}

function keepSeen(count: number): void {
  try {
    localStorage.setItem(storageKey, String(count));
  } catch {
    // Storage is switched off in this browser.
  }
}

interface FirstHintsProps {
  readonly editor: Editor;
  readonly readOnly: boolean;
}

/** Three lines for whoever is on a board for the first time, one after the other; none while they write or draw. */
export function FirstHints({ editor, readOnly }: FirstHintsProps) {
  const t = useText();
  const areWanted = useHints();
  const [seen, setSeen] = useState(readSeen);
  const frames = useFrames(editor);
  const isIdle = useValue('nothing is going on', () => editor.isInAny('select.idle', 'hand.idle'), [editor]);
  const isTouch = useValue('fingers', () => editor.getInstanceState().isCoarsePointer, [editor]);
  const isFitting = (hint: Hint) => (hint === 'card' ? !readOnly : hint === 'frames' ? frames.length > 1 : true);
  const at = hints.findIndex((hint, index) => index >= seen && isFitting(hint));
  const hint = hints[at];
  if (!areWanted || !isIdle || hint === undefined) return null;
  const putAway = (count: number) => {
    keepSeen(count);
    setSeen(count);
  };
  return (
    <aside className={styles.hint} aria-label={t('tools.hints')}>
      <LightbulbIcon aria-hidden="true" />
      <p role="status">{textOf(hint, isTouch, t)}</p>
      <button type="button" onClick={() => putAway(at + 1)}>
        {t('tools.hintNext')}
      </button>
      <button
        type="button"
        onClick={() => {
          putAway(hints.length);
          switchHints(false);
        }}
      >
        {t('tools.hintsOff')}
      </button>
    </aside>
  );
}

function textOf(hint: Hint, isTouch: boolean, t: ReturnType<typeof useText>): string {
  switch (hint) {
    case 'move':
      return t(isTouch ? 'tools.hintMoveTouch' : 'tools.hintMove');
    case 'card':
      return t(isTouch ? 'tools.hintCardTouch' : 'tools.hintCard');
    case 'frames':
      return t('tools.hintFrames');
  }
}
