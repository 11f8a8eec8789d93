import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { AlertDialog as RadixAlert, Dialog as RadixDialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Button, IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly text?: string;
  /** `pages` has room for sheets of paper beside what is said of them. */
  readonly wide?: boolean | 'pages';
  readonly children: ReactNode;
}

/** Escape closes the top layer only: here the list of the field one writes in. */
const listIsOpen = (): boolean => document.activeElement?.matches('[role="combobox"][aria-expanded="true"]') === true;

/** Escape and a click beside it close; the focus stays inside and goes back to where it came from. */
export function Dialog({ open, onClose, title, text, wide = false, children }: DialogProps) {
  const t = useText();
  const opener = useRef<Element | null>(null);
  return (
    <RadixDialog.Root open={open} onOpenChange={(next) => next || onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.scrim}>
          <RadixDialog.Content
            className={cx(styles.dialog, wide === true && styles.wide, wide === 'pages' && styles.pages)}
            {...(text === undefined && { 'aria-describedby': undefined })}
            onEscapeKeyDown={(event) => {
              if (listIsOpen()) event.preventDefault();
            }}
            onOpenAutoFocus={() => {
              opener.current = document.activeElement;
            }}
            // Radix leads back to triggers of its own alone, and our dialogs have none.
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              if (opener.current instanceof HTMLElement) opener.current.focus();
            }}
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
      </RadixDialog.Portal>
    </RadixDialog.Root>
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
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useText();
  return (
    <RadixAlert.Root open={props.open} onOpenChange={(next) => next || props.onClose()}>
      <RadixAlert.Portal>
        <RadixAlert.Overlay className={styles.scrim}>
          <RadixAlert.Content className={cx(styles.dialog, styles.narrow)}>
            <RadixAlert.Title>{props.title}</RadixAlert.Title>
            <RadixAlert.Description>{props.text}</RadixAlert.Description>
            {props.children}
            <div className={styles.ways}>
              <RadixAlert.Cancel asChild>
                <Button look="line">{t('common.cancel')}</Button>
              </RadixAlert.Cancel>
              <Button look={props.look ?? 'danger'} busy={props.busy} onClick={props.onConfirm}>
                {props.confirm}
              </Button>
            </div>
          </RadixAlert.Content>
        </RadixAlert.Overlay>
      </RadixAlert.Portal>
    </RadixAlert.Root>
  );
}
