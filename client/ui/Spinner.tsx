import styles from './Spinner.module.css';

export const Spinner = () => <span className={styles.spinner} aria-hidden="true" />;

/** A line that says what one waits for. It appears after 300 ms: what is faster needs no word. */
export function Loading({ label }: { readonly label: string }) {
  return (
    <p className={styles.loading} role="status">
      <Spinner />
      {label}
    </p>
  );
}
