import { useText } from '../../i18n/LanguageProvider.tsx';
import { Bar } from '../../ui/Bar.tsx';
import { Main } from '../../ui/Main.tsx';
import { CardArt } from './CardArt.tsx';
import styles from './HomePage.module.css';
import { NewWorkshopForm } from './NewWorkshopForm.tsx';
import { YourWorkshops } from './YourWorkshops.tsx';

export function HomePage() {
  const t = useText();
  return (
    <>
      <Bar />
      <Main title={t('common.product')} className={styles.home}>
        <section className={styles.start}>
          <CardArt />
          <h1>{t('home.headline')}</h1>
          <p className={styles.lead}>{t('home.lead')}</p>
        </section>
        <NewWorkshopForm />
        <YourWorkshops />
      </Main>
    </>
  );
}
