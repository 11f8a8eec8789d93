import { CropIcon } from '@phosphor-icons/react/dist/csr/Crop';
import { TextAaIcon } from '@phosphor-icons/react/dist/csr/TextAa';
import { type KeyboardEvent, useCallback, useState } from 'react';
import { Box, type TLImageShape, type TLShapeId, TldrawUiContextualToolbar, useEditor, useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import styles from './PictureToolbar.module.css';

const descriptionMax = 500;

/** What can be done with the picture that is selected: say what is in it, and cut it. */
export function PictureToolbar({ id }: { readonly id: TLShapeId }) {
  const editor = useEditor();
  const t = useText();
  const [isDescribing, setIsDescribing] = useState(false);
  const isCropping = useValue('crops', () => editor.isIn('select.crop'), [editor]);
  const isCalm = useValue('is calm', () => editor.isInAny('select.idle', 'select.crop.idle'), [editor]);
  const altText = useValue('description', () => editor.getShape<TLImageShape>(id)?.props.altText, [editor, id]);
  const bounds = useCallback(() => {
    const full = editor.getSelectionScreenBounds();
    return full && new Box(full.x, full.y, full.width, 0);
  }, [editor]);
  if (altText === undefined || !isCalm) return null;
  const crop = () => {
    if (isCropping) {
      editor.setCroppingShape(null);
      editor.setCurrentTool('select.idle');
      return;
    }
    editor.markHistoryStoppingPoint('crop');
    editor.setCurrentTool('select.crop.idle');
  };
  return (
    <TldrawUiContextualToolbar label={t('pictures.toolbar')} getSelectionBounds={bounds}>
      {isDescribing ? (
        <Description
          text={altText}
          onDone={(text) => {
            if (text !== altText) {
              editor.markHistoryStoppingPoint('describe');
              editor.updateShape<TLImageShape>({ id, type: 'image', props: { altText: text } });
            }
            setIsDescribing(false);
          }}
          onCancel={() => setIsDescribing(false)}
        />
      ) : (
        <div className={styles.tools}>
          {!isCropping && (
            <Button aria-pressed={altText !== ''} onClick={() => setIsDescribing(true)}>
              <TextAaIcon aria-hidden="true" />
              {t('pictures.describe')}
            </Button>
          )}
          <Button aria-pressed={isCropping} onClick={crop}>
            <CropIcon aria-hidden="true" />
            {t(isCropping ? 'pictures.done' : 'pictures.crop')}
          </Button>
        </div>
      )}
    </TldrawUiContextualToolbar>
  );
}

interface DescriptionProps {
  readonly text: string;
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
}

function Description({ text, onDone, onCancel }: DescriptionProps) {
  const t = useText();
  const [draft, setDraft] = useState(text);
  const onKeyDown = (event: KeyboardEvent) => {
    // The canvas would take letters for tools.
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
  };
  return (
    <form
      className={styles.description}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(draft.trim());
      }}
    >
      <Field label={t('pictures.described')} hint={t('pictures.describeHint')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={descriptionMax}
            value={draft}
            onChange={({ target }) => setDraft(target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <Button look="primary" type="submit">
        {t('pictures.done')}
      </Button>
    </form>
  );
}
