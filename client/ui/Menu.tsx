import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree';
import { DropdownMenu } from 'radix-ui';
import { createContext, type ReactNode, type RefObject, use, useRef, useState } from 'react';
import { buttonClass } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Menu.module.css';
import { MenuCover } from './MenuCover.tsx';

/** What was chosen, until the menu is gone. */
const ChosenContext = createContext<RefObject<(() => void) | null> | null>(null);

interface MenuProps {
  /** What the three dots are about. */
  readonly label: string;
  /** Stands in the place of the three dots. */
  readonly face?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Three dots, and behind them what is rarely wanted. What was chosen happens once the dots have the focus back: whatever
 * opens then keeps it, and gives it back to them.
 */
export function Menu({ label, face, children }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const chosen = useRef<(() => void) | null>(null);
  const act = () => {
    const action = chosen.current;
    chosen.current = null;
    if (action !== null) queueMicrotask(action);
  };
  return (
    // A modal one would hide the page from readers while its buttons could still be reached.
    <DropdownMenu.Root modal={false} onOpenChange={setIsOpen}>
      {isOpen && <MenuCover />}
      <DropdownMenu.Trigger
        className={face === undefined ? styles.more : buttonClass({})}
        aria-label={label}
        title={label}
      >
        {face ?? <DotsThreeIcon aria-hidden="true" weight="bold" />}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles.menu}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={act}
        >
          <ChosenContext value={chosen}>{children}</ChosenContext>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Entries of one matter, with a line between them and the others. */
export const MenuGroup = ({ children }: { readonly children: ReactNode }) => (
  <DropdownMenu.Group className={styles.group}>{children}</DropdownMenu.Group>
);

interface MenuItemProps {
  readonly icon: ReactNode;
  /** Takes something away. */
  readonly danger?: boolean;
  /** It cannot be chosen now, and says why. */
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem({ icon, danger = false, disabled = false, onSelect, children }: MenuItemProps) {
  const chosen = use(ChosenContext);
  if (chosen === null) throw new Error('MenuItem outside Menu');
  const choose = () => {
    chosen.current = onSelect;
  };
  return (
    <DropdownMenu.Item className={cx(styles.item, danger && styles.danger)} disabled={disabled} onSelect={choose}>
      {icon}
      <span>{children}</span>
    </DropdownMenu.Item>
  );
}
