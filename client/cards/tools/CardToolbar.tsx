import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import { TldrawUiToolbarButton, useEditor, useReadonly, useValue } from 'tldraw';
import { Toolbar } from '../../canvas/ui/Toolbar.tsx';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './CardToolbar.module.css';

export function CardToolbar() {
  const editor = useEditor();
  const isOurs = useValue('our tool', () => ['card', 'connect'].includes(editor.getCurrentToolId()), [editor]);
  return (
    <div className={cx(styles.bar, isOurs && styles.withoutLock)}>
      <Toolbar>
        <CardButton />
      </Toolbar>
    </div>
  );
}

function CardButton() {
  const t = useText();
  const editor = useEditor();
  const isReadonly = useReadonly();
  const isActive = useValue('card tool', () => editor.getCurrentToolId() === 'card', [editor]);
  if (isReadonly) return null;
  return (
    <TldrawUiToolbarButton
      type="tool"
      className={styles.card ?? ''}
      isActive={isActive}
      aria-pressed={isActive}
      aria-label={t('cardTools.newCard')}
      title={`${t('cardTools.newCard')} (C)`}
      data-testid="tools.card"
      data-value="card"
      onClick={() => editor.setCurrentTool('card')}
    >
      <PlusIcon weight="bold" aria-hidden="true" />
      <span>{t('cardTools.card')}</span>
    </TldrawUiToolbarButton>
  );
}
