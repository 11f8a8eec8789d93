import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './Menu.module.css';

interface MenuProps {
  /** What the three dots are about. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Three dots, and behind them what is rarely wanted. */
export const Menu = ({ label, children }: MenuProps) => (
  <DropdownMenu.Root>
    <DropdownMenu.Trigger className={styles.more} aria-label={label} title={label}>
      <DotsThreeIcon aria-hidden="true" weight="bold" />
    </DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);

interface MenuItemProps {
  readonly icon: ReactNode;
  /** Takes something away. */
  readonly danger?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export const MenuItem = ({ icon, danger = false, onSelect, children }: MenuItemProps) => (
  <DropdownMenu.Item className={cx(styles.item, danger && styles.danger)} onSelect={onSelect}>
    {icon}
    <span>{children}</span>
  </DropdownMenu.Item>
);
