import { Fragment } from 'react';
import type { TextKey } from '../../../i18n/catalogue.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Dialog, DialogBody } from '../../../ui/Dialog.tsx';
import styles from './ShortcutsDialog.module.css';

type ToolsText<Prefix extends string> =
  Extract<TextKey, `tools.${Prefix}-${string}`> extends `tools.${Prefix}-${infer N}` ? N : never;

/** One way to press it: keys together. `mod` is the command key of a Mac, the control key elsewhere. */
type Keys = readonly string[];

interface Shortcut {
  readonly does: ToolsText<'key'>;
  /** One as good as the other. */
  readonly keys: readonly Keys[];
}

interface Group {
  readonly title: ToolsText<'keys'>;
  readonly shortcuts: readonly Shortcut[];
}

const groups: readonly Group[] = [
  {
    title: 'move',
    shortcuts: [
      { does: 'pan', keys: [['space']] },
      { does: 'zoom', keys: [['mod', 'wheel'], ['+'], ['−']] },
      { does: 'all', keys: [['shift', '1']] },
      { does: 'selection', keys: [['shift', '2']] },
      { does: 'actual', keys: [['shift', '0']] },
      { does: 'pages', keys: [['down'], ['up']] },
    ],
  },
  {
    title: 'cards',
    shortcuts: [
      { does: 'card', keys: [['C']] },
      { does: 'place', keys: [['shift', 'C']] },
      { does: 'branch', keys: [['shift', 'enter']] },
      { does: 'beside', keys: [['alt', 'enter']] },
      { does: 'cluster', keys: [['shift', 'G']] },
      { does: 'write', keys: [['enter']] },
      { does: 'menu', keys: [['mod', 'shift', 'enter']] },
    ],
  },
  {
    title: 'tools',
    shortcuts: [
      { does: 'select', keys: [['V']] },
      { does: 'hand', keys: [['H']] },
      { does: 'draw', keys: [['D']] },
      { does: 'eraser', keys: [['E']] },
      { does: 'arrow', keys: [['A']] },
      { does: 'text', keys: [['T']] },
      { does: 'note', keys: [['N']] },
      { does: 'frame', keys: [['F']] },
      { does: 'laser', keys: [['K']] },
    ],
  },
  {
    title: 'change',
    shortcuts: [
      { does: 'undo', keys: [['mod', 'Z']] },
      { does: 'redo', keys: [['mod', 'shift', 'Z']] },
      {
        does: 'clipboard',
        keys: [
          ['mod', 'X'],
          ['mod', 'C'],
          ['mod', 'V'],
        ],
      },
      { does: 'duplicate', keys: [['mod', 'D']] },
      { does: 'delete', keys: [['delete']] },
      { does: 'group', keys: [['mod', 'G']] },
      { does: 'everything', keys: [['mod', 'A']] },
    ],
  },
  {
    title: 'board',
    shortcuts: [
      { does: 'find', keys: [['mod', 'F']] },
      { does: 'parts', keys: [['F6'], ['shift', 'F6']] },
      { does: 'sheet', keys: [['?']] },
      { does: 'close', keys: [['escape']] },
    ],
  },
];

/** Readers only look: what changes the board is not for them. */
const forReaders: readonly Group['title'][] = ['move', 'board'];

const isApple = /mac|iphone|ipad/i.test(navigator.platform);
const appleCaps: Readonly<Record<string, string>> = { mod: '⌘', alt: '⌥', shift: '⇧', enter: '⏎', delete: '⌫' };
const words = ['space', 'enter', 'shift', 'delete', 'escape', 'down', 'up', 'wheel'] as const;

interface ShortcutsDialogProps {
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** Keys that work on a board, as this computer's keyboard names them. */
export function ShortcutsDialog({ readOnly, onClose }: ShortcutsDialogProps) {
  const t = useText();
  const capOf = (key: string): string => {
    if (isApple && appleCaps[key] !== undefined) return appleCaps[key];
    if (key === 'mod') return t('tools.cap-control');
    if (key === 'alt') return 'Alt';
    const word = words.find((known) => known === key);
    return word === undefined ? key : t(`tools.cap-${word}`);
  };
  return (
    <Dialog open wide onClose={onClose} title={t('tools.shortcuts')}>
      <DialogBody>
        <div className={styles.groups}>
          {groups
            .filter(({ title }) => !readOnly || forReaders.includes(title))
            .map(({ title, shortcuts }) => (
              <section key={title} aria-labelledby={`keys-${title}`}>
                <h3 id={`keys-${title}`}>{t(`tools.keys-${title}`)}</h3>
                <dl>
                  {shortcuts.map(({ does, keys }) => (
                    <div key={does}>
                      <dt>{t(`tools.key-${does}`)}</dt>
                      <dd>
                        {keys.map((together) => (
                          <span key={together.join()}>
                            {together.map((key, index) => (
                              <Fragment key={key}>
                                {index > 0 && ' '}
                                <kbd>{capOf(key)}</kbd>
                              </Fragment>
                            ))}
                          </span>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
        </div>
      </DialogBody>
    </Dialog>
  );
}
