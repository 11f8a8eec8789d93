import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import { Popover } from 'radix-ui';
import { useRef, useState } from 'react';
import { type Editor, type TLShapeId, useQuickReactor, useValue } from 'tldraw';
import type { Finding } from '../../../shared/method/help/finding.ts';
import { sayFinding } from '../../../shared/method/help/say-help.ts';
import { detailOf } from '../../canvas/card-shapes/detail.ts';
import { useLanguage, useText } from '../../i18n/LanguageProvider.tsx';
import { useHints } from '../../ui/hints.ts';
import { type Method, useMethod } from '../method.ts';
import { FindingNote } from './FindingNote.tsx';
import styles from './HelpChips.module.css';
import type { Help } from './help.ts';

/** Nothing hangs about while a hand is at work. */
const isBusy = (editor: Editor): boolean =>
  editor.isInAny(
    ...['select.translating', 'select.resizing', 'select.rotating', 'select.brushing', 'select.scribble_brushing'],
    ...['select.editing_shape', 'select.dragging_handle', 'select.crop', 'connect'],
  );

interface HelpChipsProps {
  readonly help: Help;
}

/** Quiet chips at the lower edge of cards, where their person wants hints. */
export const HelpChips = (props: HelpChipsProps) => (useHints() ? <Chips {...props} /> : null);

/** One for each card, with what tells most. The same size at every zoom. */
function Chips({ help }: HelpChipsProps) {
  const method = useMethod();
  const { editor } = method;
  const ref = useRef<HTMLDivElement>(null);
  const isQuiet = useValue('hands at rest', () => !isBusy(editor), [editor]);
  const shown = useRef<readonly Finding[]>([]);
  const findings = useValue('chips', () => {
    const next = chipsOf(method, help);
    const isSame = next.length === shown.current.length && next.every((one, index) => one === shown.current[index]);
    if (!isSame) shown.current = next;
    return shown.current;
  }, [method, help]);
  // Moves with the camera as one: chips say where they are on the page.
  useQuickReactor('chips follow the camera', () => {
    const { x, y, z } = editor.getCamera();
    ref.current?.style.setProperty('transform', `scale(${z}) translate(${x}px, ${y}px)`);
    ref.current?.style.setProperty('--still', String(1 / z));
  }, [editor]);
  return (
    <div ref={ref} className={styles.layer} hidden={!isQuiet} data-help-chips>
      {findings.map((finding) => (
        <Chip key={`${finding.cardId} ${finding.key}`} finding={finding} help={help} />
      ))}
    </div>
  );
}

/** Of cards in view that anybody may change and nobody is writing in. */
function chipsOf({ editor }: Method, { findings }: Help): readonly Finding[] {
  const byCard = new Map<string, Finding>();
  for (const finding of findings.get()) {
    const { cardId, dismissed, audience } = finding;
    if (cardId === null || dismissed !== null || audience !== 'everyone' || byCard.has(cardId)) continue;
    byCard.set(cardId, finding);
  }
  if (byCard.size === 0) return [];
  const culled = editor.getCulledShapes();
  const written = new Set(editor.getCollaboratorsOnCurrentPage().flatMap(({ selectedShapeIds }) => selectedShapeIds));
  return [...byCard].flatMap(([cardId, finding]) => {
    const id = cardId as TLShapeId;
    const isHidden = culled.has(id) || written.has(id) || editor.getShape(id)?.isLocked !== false;
    return isHidden ? [] : [finding];
  });
}

interface ChipProps {
  readonly finding: Finding;
  readonly help: Help;
}

/** A card that is narrower on the screen has no room for words, in px. */
const wordsFrom = 104;

/** How much a chip says: words, a sign where cards are small, a dot where they are read from afar. */
function sizeOf(editor: Editor, widthPx: number): 'words' | 'sign' | 'dot' {
  const detail = detailOf(editor);
  if (detail === 'large' || detail === 'block') return 'dot';
  return widthPx >= wordsFrom ? 'words' : 'sign';
}

function Chip({ finding, help }: ChipProps) {
  const t = useText();
  const { language } = useLanguage();
  const { editor } = useMethod();
  const [isOpen, setOpen] = useState(false);
  const id = finding.cardId as TLShapeId;
  const x = useValue('left', () => editor.getShapePageBounds(id)?.x, [editor, id]);
  const y = useValue('lower edge', () => editor.getShapePageBounds(id)?.maxY, [editor, id]);
  const size = useValue('size', () => sizeOf(editor, (editor.getShapePageBounds(id)?.w ?? 0) * editor.getZoomLevel()), [
    editor,
    id,
  ]);
  if (x === undefined || y === undefined) return null;
  const { chip } = sayFinding(finding, help.textOf(finding), language);
  const label = t('help.onCard', { text: chip });
  return (
    <div className={styles.place} style={{ left: x, top: y }}>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        {/* By keyboard the same help is in the panel of the card: a stop at every chip would bar the way. */}
        <Popover.Trigger className={styles.chip} data-size={size} aria-label={label} title={label} tabIndex={-1}>
          {size === 'dot' ? <i /> : <LightbulbIcon aria-hidden="true" />}
          {size === 'words' && <span>{chip}</span>}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className={styles.popover}
            side="bottom"
            align="start"
            sideOffset={6}
            collisionPadding={12}
            aria-label={chip}
            onEscapeKeyDown={(event) => {
              // First the box for the reason closes, then the popover.
              if (event.target instanceof Element && event.target.closest('[data-reason]')) event.preventDefault();
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              editor.focus();
            }}
          >
            <FindingNote finding={finding} help={help} onDone={() => setOpen(false)} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
