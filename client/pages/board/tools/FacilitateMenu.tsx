import { ChalkboardTeacherIcon } from '@phosphor-icons/react/dist/csr/ChalkboardTeacher';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import styles from '../BoardBar.module.css';
import { FacilitateItems, type Facilitation } from './FacilitateItems.tsx';

/** What whoever leads begins for everybody. */
export function FacilitateMenu({ facilitation }: { readonly facilitation: Facilitation }) {
  const t = useText();
  const face = (
    <>
      <ChalkboardTeacherIcon aria-hidden="true" />
      <span className={styles.wideWord}>{t('voting.facilitate')}</span>
    </>
  );
  return (
    <Menu label={t('voting.facilitate')} face={face}>
      <FacilitateItems facilitation={facilitation} />
    </Menu>
  );
}
