import { VideoCameraIcon } from '@phosphor-icons/react/dist/csr/VideoCamera';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Chip } from './Chip.tsx';

/** Beside the name of somebody who is not in the room. */
export function RemoteChip() {
  const t = useText();
  return (
    <Chip>
      <VideoCameraIcon aria-hidden="true" />
      {t('common.remote')}
    </Chip>
  );
}
