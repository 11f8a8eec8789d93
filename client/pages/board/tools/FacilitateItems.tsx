import { CirclesThreeIcon } from '@phosphor-icons/react/dist/csr/CirclesThree';
import { EyeSlashIcon } from '@phosphor-icons/react/dist/csr/EyeSlash';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { MenuItem } from '../../../ui/Menu.tsx';

export interface FacilitateItemsProps {
  /** Undefined for what cannot be begun now, or not by this person. */
  readonly onPrivateWriting: (() => void) | undefined;
  readonly onVote: (() => void) | undefined;
}

export function FacilitateItems({ onPrivateWriting, onVote }: FacilitateItemsProps) {
  const t = useText();
  return (
    <>
      {onPrivateWriting !== undefined && (
        <MenuItem icon={<EyeSlashIcon aria-hidden="true" />} onSelect={onPrivateWriting}>
          {t('privateWriting.title')}
        </MenuItem>
      )}
      {onVote !== undefined && (
        <MenuItem icon={<CirclesThreeIcon aria-hidden="true" />} onSelect={onVote}>
          {t('voting.title')}
        </MenuItem>
      )}
    </>
  );
}
