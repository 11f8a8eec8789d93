import type { Editor, TLShape, TLShapeId } from 'tldraw';
import type { Language } from '../../../shared/api/text.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import { relationWords } from '../../../shared/method/words/relations.ts';
import { contentOf } from '../../canvas/card-shapes/face-of.ts';
import { surroundingsOf } from '../../canvas/card-shapes/surroundings.ts';

interface Figure {
  /** Null where the shape is told by its own words, or only decorates. */
  readonly figure: string | null;
  /** The shape that it is told right after; null where its own place says when. */
  readonly after: TLShapeId | null;
}

const none: Figure = { figure: null, after: null };

/** Of what nobody has described: a reader who does not see it hears at least that it is there. */
const undescribed: Readonly<Record<'image' | 'video', Readonly<Record<Language, string>>>> = {
  image: { en: 'Picture', nl: 'Afbeelding', fr: 'Image', de: 'Bild' },
  video: { en: 'Video', nl: 'Video', fr: 'Vidéo', de: 'Video' },
};

/** Shapes that are told although they have no words: pictures, and edges as the sentence that they stand for. */
export function figureOf(editor: Editor, tldrawShape: TLShape): Figure {
  const shape = tldrawShape as BoardShape;
  const { language } = surroundingsOf(editor).get();
  switch (shape.type) {
    case 'image':
    case 'video':
      return shape.props.altText === '' ? { figure: undescribed[shape.type][language], after: null } : none;
    case 'relation': {
      const { from, to, kind } = shape.props;
      const [a = '', b = ''] = [from, to].map((id) => contentOf(editor, id)?.title);
      if (a === '' || b === '') return none;
      return { figure: `${a} – ${relationWords[kind][language]} – ${b}`, after: from };
    }
    default:
      return none;
  }
}
