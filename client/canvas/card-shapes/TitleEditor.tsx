import type { CSSProperties, ReactElement, Ref } from 'react';
import { type Editor, RichTextArea, useEditableRichText, useEditor } from 'tldraw';
import type { CardShape } from '../../../shared/board/card-shapes.ts';
import { faces, fontStack } from '../template-shapes/fonts.ts';
import { canvasInk } from '../template-shapes/paint.ts';
import type { TitleSlot } from './face-layout.ts';
import styles from './TitleEditor.module.css';

interface TitleEditorProps {
  readonly shape: CardShape;
  readonly slot: TitleSlot;
  /** Width of the line around the card, within which the slot counts. */
  readonly inset: number;
}

/** tldraw's text editor where the title stands; there only while one writes. */
export function TitleEditor({ shape, slot, inset }: TitleEditorProps): ReactElement {
  const editor = useEditor();
  const { id, type, props } = shape;
  const { rInput, ...text } = useEditableRichText(id, type, props.richText);
  return (
    <div className={styles.title} style={slotStyle(slot, inset)} data-middle={slot.middle || undefined}>
      <RichTextArea
        {...text}
        ref={rInput as Ref<HTMLDivElement>}
        shapeId={id}
        richText={props.richText}
        hasCustomTabBehavior
        handleKeyDown={(event) => endOnTab(editor, event)}
      />
    </div>
  );
}

function endOnTab(editor: Editor, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  event.preventDefault();
  event.stopPropagation();
  editor.complete();
}

function slotStyle({ space, face, size, leading, colour }: TitleSlot, inset: number): CSSProperties {
  return {
    ...{ left: space.x - inset, top: space.y - inset, width: space.w, minHeight: space.h },
    ...{ fontFamily: fontStack(face), fontSize: size, fontWeight: faces[face].weight, lineHeight: leading },
    color: canvasInk(colour),
  };
}
