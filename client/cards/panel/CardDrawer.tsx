import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash';
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent } from 'react';
import { type Editor, type TLShapeId, useValue } from 'tldraw';
import type { CardShape, RelationShape } from '../../../shared/board/card-shapes.ts';
import { plainText } from '../../../shared/board/rich-text.ts';
import type { BoardView, CardView } from '../../../shared/method/board-view.ts';
import { relationWords } from '../../../shared/method/words/relations.ts';
import { faceWords } from '../../canvas/card-shapes/face-words.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { joining } from '../actions/edges.ts';
import { useMethod } from '../method.ts';
import styles from './CardPanel.module.css';
import { type CardNotes, CardPanel } from './CardPanel.tsx';
import { KindChip } from './KindChip.tsx';
import { RelationFields } from './RelationFields.tsx';
import type { Chosen } from './selection.ts';
import { useChosen } from './use-chosen.ts';
import { useSettled } from './use-view.ts';

/** How often what is around the card is looked at again while others go on changing it. */
const stepMs = 400;

interface CardDrawerProps {
  readonly notes?: CardNotes | undefined;
  readonly onOpened: () => void;
  /** Whatever has the canvas under it says where the focus goes when the drawer goes. */
  readonly onClosed: () => void;
}

/** Right of the board: the card, or the relation, that is selected. Nothing when nothing is, or several. */
export function CardDrawer(props: CardDrawerProps) {
  const { editor } = useMethod();
  const chosen = useChosen(editor);
  return chosen === null ? null : <OpenDrawer {...props} chosen={chosen} />;
}

function OpenDrawer({ chosen, notes, onOpened, onClosed }: CardDrawerProps & { readonly chosen: Chosen }) {
  const { editor, view: live } = useMethod();
  const view = useSettled(live, stepMs);
  const tellOpened = useEffectEvent(onOpened);
  useEffect(() => tellOpened(), []);
  const shape = useValue('the chosen card', () => editor.getShape(chosen.id), [editor, chosen.id]);
  const card = shape?.type === 'card' ? asItIs(view.cards.get(chosen.id), shape as unknown as CardShape) : undefined;
  // What it says is read from the shape itself: a value that lags would jump back under whoever chooses the next one.
  const isJoined = view.relations.some(({ id }) => id === chosen.id);
  const relation = isJoined && shape?.type === 'relation' ? (shape as unknown as RelationShape) : undefined;
  const close = () => {
    editor.selectNone();
    onClosed();
  };
  const open = (id: string) => editor.select(id as TLShapeId);
  if (card !== undefined)
    return (
      <ChosenDrawer key={card.id} head={<CardHead card={card} />} onClose={close}>
        <CardPanel {...{ card, view, notes }} onOpen={open} />
      </ChosenDrawer>
    );
  if (relation !== undefined)
    return (
      <ChosenDrawer key={relation.id} head={<RelationHead relation={relation} />} onClose={close}>
        <RelationPanel {...{ relation, view }} onOpen={open} onClose={close} />
      </ChosenDrawer>
    );
  return null;
}

/** Where a card stands and who wrote it may lag behind; what it says may not. */
const asItIs = (card: CardView | undefined, shape: CardShape): CardView | undefined =>
  card && {
    ...card,
    shape,
    kind: shape.props.kind,
    fields: shape.props.fields,
    title: plainText(shape.props.richText as Parameters<typeof plainText>[0]),
  };

interface ChosenDrawerProps {
  readonly head: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function ChosenDrawer({ head, onClose, children }: ChosenDrawerProps) {
  const t = useText();
  const { editor } = useMethod();
  useEffect(() => revealSelection(editor), [editor]);
  const undo = (event: KeyboardEvent): boolean => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !isText(event.target);
    if (isUndo && event.shiftKey) editor.redo();
    else if (isUndo) editor.undo();
    return isUndo;
  };
  return (
    <Drawer title={t('cards.drawer')} head={head} sheet focusedFor={null} onKey={undo} onClose={onClose}>
      {children}
    </Drawer>
  );
}

/** Where undo is the browser's: what was just typed. */
const isText = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');

function CardHead({ card }: { readonly card: CardView }) {
  const { language } = useMethod();
  return (
    <>
      <KindChip kind={card.kind} language={language} />
      {card.fields.is_root === true && (
        <span className={styles.root} lang={language}>
          <CheckCircleIcon weight="fill" aria-hidden="true" />
          {faceWords.root[language]}
        </span>
      )}
    </>
  );
}

function RelationHead({ relation }: { readonly relation: RelationShape }) {
  const { language } = useMethod();
  return (
    <h2 className={styles.heading} lang={language}>
      {relationWords[relation.props.kind][language]}
    </h2>
  );
}

interface RelationPanelProps {
  readonly relation: RelationShape;
  readonly view: BoardView;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

function RelationPanel({ relation, view, onOpen, onClose }: RelationPanelProps) {
  const t = useText();
  const { editor, actions, language, readOnly: isReader } = useMethod();
  const isLocked = useValue('locked', () => editor.isShapeOrAncestorLocked(relation.id), [editor, relation.id]);
  const readOnly = isReader || isLocked;
  const [from, to] = [relation.props.from, relation.props.to].map((id) => view.cards.get(id));
  const ends = [from, to].filter((card) => card !== undefined);
  return (
    <div className={styles.body}>
      <ol className={styles.ends} aria-label={t('cards.ends')}>
        {ends.map((card) => (
          <li key={card.id}>
            <KindChip kind={card.kind} language={language} />
            <button type="button" className={styles.other} onClick={() => onOpen(card.id)}>
              {card.title || card.shape.props.placeholder || t('cards.untitled')}
            </button>
          </li>
        ))}
      </ol>
      <RelationFields
        {...{ relation, language, readOnly }}
        kinds={from === undefined || to === undefined ? [] : joining(from.kind, to.kind)}
        onChange={(changes) => actions.setRelation(relation.id, changes)}
      />
      {!readOnly && (
        <Button
          look="line"
          onClick={() => {
            actions.remove([relation.id]);
            onClose();
          }}
        >
          <TrashIcon aria-hidden="true" />
          {t('cards.removeThisRelation')}
        </Button>
      )}
    </div>
  );
}

/** The drawer took a part of the window: what is selected moves out from behind it. */
function revealSelection(editor: Editor): () => void {
  const frame = requestAnimationFrame(() => {
    // By itself the editor learns of its new size a moment later.
    editor.updateViewportScreenBounds(editor.getContainer());
    const bounds = editor.getSelectionPageBounds();
    const view = editor.getViewportPageBounds();
    if (bounds === null || bounds.w > view.w || bounds.h > view.h) return;
    const hidden = bounds.maxX + marginPx / editor.getZoomLevel() - view.maxX;
    if (hidden <= 0 || bounds.minX > view.maxX) return;
    const { x, y, z } = editor.getCamera();
    editor.setCamera({ x: x - hidden, y, z }, { animation: { duration: 200 } });
  });
  return () => cancelAnimationFrame(frame);
}

/** Left beside the drawer, in px of the screen. */
const marginPx = 24;
