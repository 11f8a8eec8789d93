import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft';
import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Drawer.module.css';

interface DrawerProps {
  /** Its heading, and its name for whoever does not see it. */
  readonly title: string;
  /** Stands in the heading's place where that says less. */
  readonly head?: ReactNode;
  /** Right behind the heading. */
  readonly aside?: ReactNode;
  /** A step back within the drawer; Escape takes it before it closes the drawer. */
  readonly back?: { readonly label: string; readonly go: () => void } | undefined;
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** On a phone it comes from below and leaves a part of the board in sight. */
  readonly sheet?: boolean;
  /** The heading takes the focus whenever this changes. Null: the focus stays where it is. */
  readonly focusedFor: string | null;
  /** Keys that mean something in this drawer beside Escape. @returns whether this was one */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What stands at the right of the board, or over it where there is no room beside it; one at a time. */
export function Drawer(props: DrawerProps) {
  const { title, head, aside, back, width = 'normal', sheet = false, focusedFor, onKey, onClose, children } = props;
  const t = useText();
  const id = useId();
  const heading = useHeadingFocus(focusedFor);
  const onKeyDown = (event: KeyboardEvent) => {
    // The canvas listens to the whole page: a key meant for a list must not delete what is selected on the board.
    event.stopPropagation();
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') (back?.go ?? onClose)();
    else if (onKey?.(event) !== true) return;
    event.preventDefault();
  };
  return (
    <aside
      className={cx(styles.drawer, styles[width], sheet && styles.sheet)}
      {...(head === undefined ? { 'aria-labelledby': id } : { 'aria-label': title })}
      onKeyDown={onKeyDown}
      onCopy={keepHere}
      onCut={keepHere}
      onPaste={keepHere}
    >
      <header>
        {back !== undefined && (
          <IconButton label={back.label} onClick={back.go}>
            <ArrowLeftIcon aria-hidden="true" />
          </IconButton>
        )}
        {head ?? (
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
        )}
        {aside}
        <IconButton label={t('common.close')} onClick={onClose}>
          <XIcon aria-hidden="true" />
        </IconButton>
      </header>
      {children}
    </aside>
  );
}

/** The canvas would take them for what is selected on it. */
const keepHere = (event: SyntheticEvent) => event.stopPropagation();

/** The heading has the focus from when the drawer opens; when it closes the focus goes back to where it was. */
function useHeadingFocus(focusedFor: string | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before a field in the drawer takes the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // By now the drawer is gone, and with it the focus where that was inside.
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
  useEffect(() => {
    if (focusedFor !== null) heading.current?.focus({ preventScroll: true });
  }, [focusedFor]);
  return heading;
}
