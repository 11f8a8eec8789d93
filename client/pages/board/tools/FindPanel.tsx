import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { isCardKind } from '../../../../shared/method/cards/kinds.ts';
import { bringIntoView } from '../../../canvas/ui/bring-into-view.ts';
import { useMethod } from '../../../cards/method.ts';
import { KindChip } from '../../../cards/panel/KindChip.tsx';
import { useSettled } from '../../../cards/panel/use-view.ts';
import { useColumnName } from '../../../cards/table/use-column-name.ts';
import { useRowReader } from '../../../cards/table/use-table.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import styles from './FindPanel.module.css';
import { stretchesOf, wordsOf } from './find-words.ts';
import { type Find, find, findablesOf } from './finds.ts';

/** How often the list follows the board while others go on changing it. */
const stepMs = 400;
/** More than this nobody reads: they add a word. */
const shownMax = 60;

/** Drawers cover the canvas, and a card that is selected opens one. */
const drawerCovers = (): boolean => matchMedia('(max-width: 1199px)').matches;
const isPhone = (): boolean => matchMedia('(max-width: 719px)').matches;

interface FindPanelProps {
  readonly onShowBoard: () => void;
  readonly onClose: () => void;
}

/** Whatever the board says, found by its words. */
export function FindPanel({ onShowBoard, onClose }: FindPanelProps) {
  const t = useText();
  const id = useId();
  const method = useMethod();
  const reader = useRowReader();
  const view = useSettled(method.view, stepMs);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view says when the board has changed.
  const all = useMemo(() => findablesOf(method, reader), [method, reader, view]);
  const found = useMemo(() => find(all, asked), [all, asked]);
  const shown = found.slice(0, shownMax);
  const words = useMemo(() => wordsOf(asked), [asked]);
  const at = Math.min(active, shown.length - 1);
  const list = useRef<HTMLDivElement>(null);

  const goTo = (index: number) => {
    const wanted = shown[index];
    if (wanted === undefined) return;
    setActive(index);
    onShowBoard();
    bringIntoView(method.editor, wanted.id, { select: !isPhone() });
    if (drawerCovers()) onClose();
  };
  const choose = (index: number) => {
    setActive(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The canvas listens to the whole page.
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) choose((at + step + shown.length) % shown.length);
    else if (event.key === 'Enter') goTo(at);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <search className={styles.panel} onKeyDown={onKeyDown}>
      <header>
        <input
          // biome-ignore lint/a11y/noAutofocus: whoever opens it wants to type.
          autoFocus
          type="text"
          role="combobox"
          aria-label={t('tools.findLabel')}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          placeholder={t('tools.find')}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
          }}
        />
        <IconButton label={t('common.close')} onClick={onClose}>
          <XIcon aria-hidden="true" />
        </IconButton>
      </header>
      <div id={`${id}-list`} ref={list} role="listbox" aria-label={t('tools.results')}>
        {shown.map((each, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
          <div
            key={each.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => goTo(index)}
          >
            <Row found={each} words={words} />
          </div>
        ))}
      </div>
      <footer>
        <span role="status" className="num">
          {words.length === 0
            ? ''
            : found.length === 0
              ? t('tools.nothingFound')
              : found.length > shownMax
                ? t('tools.foundFirst', { count: found.length, shown: shownMax })
                : t('tools.found', { count: found.length })}
        </span>
        <span>{t('tools.findHint')}</span>
      </footer>
    </search>
  );
}

function Row({ found, words }: { readonly found: Find; readonly words: readonly string[] }) {
  const t = useText();
  const { language } = useMethod();
  const { kind, title, other, frame } = found;
  return (
    <>
      <span className={styles.head}>
        {isCardKind(kind) ? <KindChip kind={kind} language={language} /> : <Chip>{t(`tools.kind-${kind}`)}</Chip>}
        {frame !== '' && <small>{frame}</small>}
      </span>
      <span className={styles.title}>
        <Marked text={title} words={words} />
      </span>
      {other !== null && isCardKind(kind) && <Other other={other} kind={kind} words={words} />}
    </>
  );
}

interface OtherProps {
  readonly other: NonNullable<Find['other']>;
  readonly kind: Parameters<typeof useColumnName>[0];
  readonly words: readonly string[];
}

function Other({ other: { where, text }, kind, words }: OtherProps) {
  const t = useText();
  const nameOf = useColumnName(kind);
  return (
    <span className={styles.other}>
      {where === 'author' ? t('tools.author') : `${nameOf(where)}:`} <Marked text={around(text, words)} words={words} />
    </span>
  );
}

/** Signs before the first hit that are kept of a long text. */
const leadMax = 24;

function around(text: string, words: readonly string[]): string {
  const [from = 0] = stretchesOf(text, words)[0] ?? [];
  return from <= leadMax ? text : `…${text.slice(from - leadMax)}`;
}

function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const hits = stretchesOf(text, words);
  const parts = hits.flatMap(([from, to], index) => [
    text.slice(hits[index - 1]?.[1] ?? 0, from),
    <mark key={from}>{text.slice(from, to)}</mark>,
  ]);
  return (
    <>
      {parts}
      {text.slice(hits.at(-1)?.[1] ?? 0)}
    </>
  );
}
