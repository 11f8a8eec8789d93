import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import { SidebarSimpleIcon } from '@phosphor-icons/react/dist/csr/SidebarSimple';
import { type KeyboardEvent, use, useId, useMemo, useRef, useState } from 'react';
import { type Editor, type TLShapeId, useValue } from 'tldraw';
import { scriptOf } from '../../../shared/method/guide/agenda.ts';
import type { Guide } from '../../../shared/method/guide/guide.ts';
import { phasePrompts } from '../../../shared/method/guide/phase-words.ts';
import { type Agenda, minutesBefore, minutesOf, type PhaseId } from '../../../shared/session/agenda.ts';
import type { Run } from '../../../shared/session/run.ts';
import { zoomToFrame } from '../../canvas/frames.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { type Help, useHelp } from '../help/help.ts';
import { type Method, MethodContext } from '../method.ts';
import { goToFrame } from './frames.ts';
import styles from './GuidePanel.module.css';
import { GuideSpace } from './GuideSpace.tsx';
import { useGuide } from './load-guide.ts';
import { Prompts } from './Prompts.tsx';
import { isWide, opensAtFirst, remember, remembered } from './remembered.ts';
import { Script } from './Script.tsx';
import { ForLeading, Legend } from './Sections.tsx';
import { Tasks } from './Tasks.tsx';
import { WorthALook } from './WorthALook.tsx';

interface GuidePanelProps {
  readonly boardId: string;
  /** The canvas may be under the table: whoever goes to a page or a card wants to see it. */
  readonly onShowBoard: () => void;
  /** Opens the filled example; undefined where there is none. */
  readonly onExample?: (() => void) | undefined;
  /** The phases as somebody made them for the board; null: as the script has them. */
  readonly agenda: Agenda | null;
  readonly hasOwnAgenda: boolean;
  /** The session that runs on the board. */
  readonly run: Run | null;
  /** Everybody goes to this phase; undefined while no session runs. */
  readonly onPhase: ((phaseId: PhaseId) => void) | undefined;
}

/** Left of the board: how to lead it, what its signs mean, and what is worth a look. */
export function GuidePanel(props: GuidePanelProps) {
  const method = use(MethodContext);
  return method === null ? null : <Loaded {...props} method={method} />;
}

function Loaded({ method, ...props }: GuidePanelProps & { readonly method: Method }) {
  const guide = useGuide(method.template.id);
  // A blank board is left as it is, until whoever leads makes phases for it or goes through some.
  const isLed = method.me.role === 'facilitator' && (props.hasOwnAgenda || props.run !== null);
  if (method.template.id === 'blank' && !isLed) return null;
  if (guide !== null) return <Panel {...props} key={props.boardId} method={method} guide={guide} />;
  return <GuideSpace template={method.template.id} boardId={props.boardId} leads={method.me.role === 'facilitator'} />;
}

interface PanelProps extends GuidePanelProps {
  readonly method: Method;
  readonly guide: Guide;
}

function Panel({ boardId, onShowBoard, onExample, method, guide, run, ...props }: PanelProps) {
  const t = useText();
  const id = useId();
  const help = useHelp();
  const leads = method.me.role === 'facilitator';
  const [kept, setKept] = useState(() => remembered(boardId));
  const [isOpen, setOpen] = useState(() => opensAtFirst(boardId, leads));
  const opener = useRef<HTMLButtonElement>(null);
  const script = useMemo(() => scriptOf(guide), [guide]);
  const agenda = run?.agenda ?? props.agenda ?? script;
  // Without a session each who leads goes through the script alone.
  const alone = agenda.find(({ id: phaseId }) => phaseId === kept.phase) ?? agenda[0];
  const phaseId = run?.phaseId ?? alone?.id ?? null;
  const keep = (change: Partial<typeof kept>) => {
    const next = { ...kept, ...change };
    setKept(next);
    remember(boardId, next);
  };
  const toggle = (next: boolean) => {
    setOpen(next);
    // On a small screen it is open for a moment only, over the canvas.
    if (isWide()) {
      keep({ open: next });
      keepInView(method.editor);
    }
    // What was pressed is gone. Whoever has gone on meanwhile, to a dialog say, stays there.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) opener.current?.focus();
    });
  };
  const leave = () => {
    if (!isWide()) setOpen(false);
  };
  const goTo = (frameId: string) => {
    leave();
    onShowBoard();
    goToFrame(method, frameId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isWide()) return;
    event.preventDefault();
    toggle(false);
  };
  if (!isOpen)
    return (
      <div className={styles.rail}>
        <IconButton ref={opener} label={t('guide.open')} aria-expanded={false} onClick={() => toggle(true)}>
          <SidebarSimpleIcon aria-hidden="true" />
        </IconButton>
        {leads && help !== null && <Count help={help} onOpen={() => toggle(true)} />}
      </div>
    );
  return (
    <div className={styles.holder}>
      <aside className={styles.guide} aria-labelledby={id} onKeyDown={onKeyDown} data-guide>
        <header>
          <h2 id={id}>{t('guide.guide')}</h2>
          {leads && (
            <Chip>
              <span className="num">
                {t('guide.elapsed', {
                  done: phaseId === null ? 0 : minutesBefore(agenda, phaseId),
                  all: minutesOf(agenda),
                })}
              </span>
            </Chip>
          )}
          <IconButton ref={opener} label={t('guide.hide')} aria-expanded={true} onClick={() => toggle(false)}>
            <SidebarSimpleIcon aria-hidden="true" />
          </IconButton>
        </header>
        <div className={styles.scroll}>
          {leads && phaseId !== null && (
            <Script
              {...{ guide, agenda, phaseId }}
              isRunning={run !== null}
              onPhase={(next) => {
                if (run === null) keep({ phase: next });
                else {
                  leave();
                  props.onPhase?.(next);
                }
              }}
              onGoTo={goTo}
            />
          )}
          {leads && method.template.id !== 'blank' && <Tasks onExample={onExample} />}
          {!leads && <Prompts guide={guide} now={run === null ? null : promptsNow(run, guide, method)} onGoTo={goTo} />}
          {guide.legend.length > 0 && <Legend guide={guide} open={!leads} />}
          {leads && <ForLeading guide={guide} />}
        </div>
        {leads && help !== null && (
          <WorthALook
            help={help}
            onCard={(cardId) => {
              leave();
              onShowBoard();
              showCard(method, cardId);
            }}
          />
        )}
      </aside>
    </div>
  );
}

/** What everybody is asked in the phase of a session. */
function promptsNow({ agenda, phaseId }: Run, guide: Guide, { language }: Method): readonly string[] {
  const phase = agenda.find(({ id }) => id === phaseId);
  return phase === undefined ? [] : phasePrompts(phase, guide, language);
}

/** A page that was in view as a whole is so again once the canvas has its new width. */
function keepInView(editor: Editor): void {
  const before = editor.getViewportPageBounds();
  const page = editor
    .getCurrentPageShapes()
    .find(({ type, id }) => type === 'frame' && before.contains(editor.getShapePageBounds(id) ?? before));
  if (page === undefined) return;
  requestAnimationFrame(() => {
    editor.updateViewportScreenBounds(editor.getContainer());
    zoomToFrame(editor, page.id);
  });
}

/** In view, on its page, and selected: the panel of its fields then makes room for it by itself. */
function showCard({ editor, view }: Method, cardId: string): void {
  const card = view.get().cards.get(cardId);
  if (card === undefined) return;
  const isInView = editor.getViewportPageBounds().containsPoint(card.centre);
  if (!isInView && card.frameShape !== null) zoomToFrame(editor, card.frameShape.id, false);
  else if (!isInView) editor.centerOnPoint(card.centre);
  editor.select(cardId as TLShapeId);
}

/** How much is worth a look while the guide is closed. */
function Count({ help, onOpen }: { readonly help: Help; readonly onOpen: () => void }) {
  const t = useText();
  const count = useValue(
    'open findings',
    () => help.findings.get().filter(({ dismissed }) => dismissed === null).length,
    [help],
  );
  if (count === 0) return null;
  return (
    <button type="button" className={styles.count} aria-label={t('guide.findings', { count })} onClick={onOpen}>
      <LightbulbIcon aria-hidden="true" />
      <span className="num">{count}</span>
    </button>
  );
}
