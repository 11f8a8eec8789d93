import { SmileyIcon } from '@phosphor-icons/react/dist/csr/Smiley';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { showTray, useTray } from './tray.ts';

export function ReactButton() {
  const t = useText();
  const isOpen = useTray();
  return (
    <IconButton label={t('reactions.open')} aria-expanded={isOpen} onClick={() => showTray(!isOpen)}>
      <SmileyIcon aria-hidden="true" />
    </IconButton>
  );
}
