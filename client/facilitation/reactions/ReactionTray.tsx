import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { Toolbar } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { Reaction } from '../../../shared/session/reactions.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { ReactionSign } from './ReactionSign.tsx';
import styles from './ReactionTray.module.css';

interface ReactionTrayProps {
  readonly onReact: (reaction: Reaction) => void;
  readonly onClose: () => void;
}

/** Stays until it is closed: who reacts often does so again. */
export function ReactionTray({ onReact, onClose }: ReactionTrayProps) {
  const t = useText();
  const tray = useRef<HTMLDivElement>(null);
  useEffect(() => tray.current?.querySelector('button')?.focus(), []);
  return (
    <Toolbar.Root
      ref={tray}
      aria-label={t('reactions.title')}
      className={styles.tray}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {Reaction.options.map((reaction) => (
        <Toolbar.Button key={reaction} asChild>
          <IconButton label={t(`reactions.${reaction}`)} onClick={() => onReact(reaction)}>
            <ReactionSign reaction={reaction} />
          </IconButton>
        </Toolbar.Button>
      ))}
      <Toolbar.Button asChild>
        <IconButton label={t('reactions.close')} onClick={onClose}>
          <XIcon aria-hidden="true" />
        </IconButton>
      </Toolbar.Button>
    </Toolbar.Root>
  );
}
