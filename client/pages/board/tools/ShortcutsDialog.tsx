import { Fragment } from 'react';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Dialog, DialogBody } from '../../../ui/Dialog.tsx';
import styles from './ShortcutsDialog.module.css';
import { shortcutsFor } from './shortcuts.ts';

const isApple = /mac|iphone|ipad/i.test(navigator.platform);
const appleCaps: Readonly<Record<string, string>> = { mod: '⌘', alt: '⌥', shift: '⇧', enter: '⏎', delete: '⌫' };
const words = ['space', 'enter', 'shift', 'delete', 'escape', 'down', 'up', 'wheel'] as const;

interface ShortcutsDialogProps {
  readonly readOnly: boolean;
  readonly leads: boolean;
  readonly onClose: () => void;
}

/** Keys that work on a board, as this computer's keyboard names them. */
export function ShortcutsDialog({ readOnly, leads, onClose }: ShortcutsDialogProps) {
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
          {shortcutsFor({ readOnly, leads }).map(({ title, shortcuts }) => (
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
