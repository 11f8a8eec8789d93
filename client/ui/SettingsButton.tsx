import { SlidersHorizontalIcon } from '@phosphor-icons/react/dist/csr/SlidersHorizontal';
import { type ReactNode, Suspense, useState } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import { IconButton } from './Button.tsx';
import { lazyPart } from './lazy-part.ts';

const loadDialog = async () => ({ default: (await import('./settings/SettingsDialog.tsx')).SettingsDialog });
const SettingsDialog = lazyPart(loadDialog);

/** @param own what somebody may correct about themselves, where the page knows who they are. */
export function SettingsButton({ own }: { readonly own?: ReactNode }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t('common.settings')} onClick={() => setOpen(true)}>
        <SlidersHorizontalIcon aria-hidden="true" />
      </IconButton>
      {open && (
        <Suspense fallback={null}>
          <SettingsDialog own={own} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
