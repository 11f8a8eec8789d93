import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { AlertDialog as RadixAlert, Dialog as RadixDialog } from 'radix-ui';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Button, IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';
import { placeOf } from './place-of-focus.ts';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly text?: string;
  /** `pages` has room for sheets of paper beside what is said of them. */
  readonly wide?: boolean | 'pages';
  /** It shows something for the only time: a press beside it does not close it. */
  readonly isOnce?: boolean;
  readonly children: ReactNode;
}

/** Escape closes the top layer only: here the list of the field one writes in. */
const listIsOpen = (): boolean => document.activeElement?.matches('[role="combobox"][aria-expanded="true"]') === true;

/** Radix leads back to triggers of its own alone, and our dialogs have none. To be used in what is there while it is open. */
function useFocusBack() {
  // Before a field in the dialog takes the focus.
  const [opener] = useState(() => placeOf(document.activeElement));
  return (event: Event) => {
    event.preventDefault();
    opener.focus();
  };
}

const chosen = 'input[type="checkbox"], input[type="radio"], select';

/** A press beside a dialog is often one that missed, and would throw away what was typed in it. */
function useTyped() {
  const isTyped = useRef(false);
  return {
    isTyped,
    onInput: ({ target }: FormEvent) => {
      if (target instanceof Element && !target.matches(chosen)) isTyped.current = true;
    },
  };
}

/** Escape closes, and a press beside it as long as nothing was typed; the focus stays inside and goes back to where it came from. */
export const Dialog = (props: DialogProps) => (
  <RadixDialog.Root open={props.open} onOpenChange={(next) => next || props.onClose()}>
    <RadixDialog.Portal>
      <OpenDialog {...props} />
    </RadixDialog.Portal>
  </RadixDialog.Root>
);

function OpenDialog({ title, text, wide = false, isOnce = false, children }: DialogProps) {
  const t = useText();
  const { isTyped, onInput } = useTyped();
  return (
    <RadixDialog.Overlay className={styles.scrim}>
      <RadixDialog.Content
        className={cx(styles.dialog, wide === true && styles.wide, wide === 'pages' && styles.pages)}
        {...(text === undefined && { 'aria-describedby': undefined })}
        onEscapeKeyDown={(event) => {
          if (listIsOpen()) event.preventDefault();
        }}
        onPointerDownOutside={(event) => {
          if (isOnce || isTyped.current) event.preventDefault();
        }}
        onInput={onInput}
        onCloseAutoFocus={useFocusBack()}
      >
        <header className={styles.head}>
          <div>
            <RadixDialog.Title>{title}</RadixDialog.Title>
            {text !== undefined && <RadixDialog.Description>{text}</RadixDialog.Description>}
          </div>
          <RadixDialog.Close asChild>
            <IconButton label={t('common.close')}>
              <XIcon />
            </IconButton>
          </RadixDialog.Close>
        </header>
        {children}
      </RadixDialog.Content>
    </RadixDialog.Overlay>
  );
}

/** Bottom of a dialog: what it does, on the right. */
export const DialogFooter = ({ children }: { readonly children: ReactNode }) => (
  <footer className={styles.foot}>{children}</footer>
);

/** Middle of a dialog: scrolls alone when the window is low. */
export const DialogBody = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.body}>{children}</div>
);

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly busy: boolean;
  /** `primary` where nothing is lost by it. */
  readonly look?: 'danger' | 'primary';
  readonly onConfirm: () => void;
  readonly children?: ReactNode;
}

/** Asks before something that cannot be taken back, or that everybody feels. The focus starts on Cancel. */
export const ConfirmDialog = (props: ConfirmDialogProps) => (
  <RadixAlert.Root open={props.open} onOpenChange={(next) => next || props.onClose()}>
    <RadixAlert.Portal>
      <OpenConfirm {...props} />
    </RadixAlert.Portal>
  </RadixAlert.Root>
);

function OpenConfirm({ title, text, confirm, busy, look = 'danger', onConfirm, children }: ConfirmDialogProps) {
  const t = useText();
  return (
    <RadixAlert.Overlay className={styles.scrim}>
      <RadixAlert.Content className={cx(styles.dialog, styles.narrow)} onCloseAutoFocus={useFocusBack()}>
        <RadixAlert.Title>{title}</RadixAlert.Title>
        <RadixAlert.Description>{text}</RadixAlert.Description>
        {children}
        <div className={styles.ways}>
          <RadixAlert.Cancel asChild>
            <Button look="line">{t('common.cancel')}</Button>
          </RadixAlert.Cancel>
          <Button look={look} busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </div>
      </RadixAlert.Content>
    </RadixAlert.Overlay>
  );
}
