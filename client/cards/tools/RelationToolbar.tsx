import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash';
import { useCallback } from 'react';
import { Box, TldrawUiContextualToolbar, useEditor, useReadonly, useValue } from 'tldraw';
import type { RelationShape } from '../../../shared/board/card-shapes.ts';
import { relationStates, relationTies } from '../../../shared/method/cards/relations.ts';
import { relationWords, stateWords, tieWords } from '../../../shared/method/words/relations.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { joining } from '../actions/edges.ts';
import type { Method } from '../method.ts';
import { deskOf } from './desk.ts';
import styles from './RelationToolbar.module.css';
import { cardOf } from './selected.ts';

/** What can be said about the edge that is selected. */
export function RelationToolbar() {
  const editor = useEditor();
  const desk = deskOf(editor);
  const isReadonly = useReadonly();
  const method = useValue('method', () => desk.method.get(), [desk]);
  const edge = useValue('selected edge', () => {
    const shape = editor.getOnlySelectedShape() as unknown as RelationShape | null;
    return shape?.type === 'relation' && editor.isIn('select.idle') && !shape.isLocked ? shape : null;
  }, [editor]);
  return edge === null || method === null || isReadonly ? null : <Tools key={edge.id} edge={edge} method={method} />;
}

interface ToolsProps {
  readonly edge: RelationShape;
  readonly method: Method;
}

function Tools({ edge, method }: ToolsProps) {
  const t = useText();
  const { editor, actions, language } = method;
  const { kind, tie, state, strength, direction } = edge.props;
  const bounds = useCallback(() => {
    const full = editor.getSelectionScreenBounds();
    return full && new Box(full.x, full.y, full.width, 0);
  }, [editor]);
  const change = (changes: Parameters<typeof actions.setRelation>[1]) => actions.setRelation(edge.id, changes);
  return (
    <TldrawUiContextualToolbar label={t('cardTools.edge')} getSelectionBounds={bounds}>
      <div className={styles.tools}>
        <Kinds edge={edge} method={method} />
        {kind === 'relates' && (
          <>
            <Choice
              label={t('cardTools.tie')}
              value={tie}
              options={relationTies.map((value) => ({ value, name: tieWords[value][language] }))}
              onChange={(value) => change({ tie: value })}
            />
            <Choice
              label={t('cardTools.state')}
              value={state}
              options={relationStates.map((value) => ({ value, name: stateWords[value][language] }))}
              onChange={(value) => change({ state: value })}
            />
          </>
        )}
        <fieldset className={styles.strength}>
          <legend className="visually-hidden">{t('cardTools.strength')}</legend>
          {[1, 2, 3].map((value) => (
            <button
              key={value}
              type="button"
              aria-pressed={strength === value}
              aria-label={`${t('cardTools.strength')} ${value}`}
              title={`${t('cardTools.strength')} ${value}`}
              onClick={() => change({ strength: value })}
            >
              <span style={{ height: value * 2 }} />
            </button>
          ))}
        </fieldset>
        {kind === 'relates' && (
          <button
            type="button"
            aria-pressed={direction === 'both'}
            onClick={() => change({ direction: direction === 'both' ? 'one-way' : 'both' })}
          >
            {t('cardTools.bothWays')}
          </button>
        )}
        <button
          type="button"
          aria-label={t('cardTools.removeEdge')}
          title={t('cardTools.removeEdge')}
          onClick={() => actions.remove([edge.id])}
        >
          <TrashIcon aria-hidden="true" />
        </button>
      </div>
    </TldrawUiContextualToolbar>
  );
}

/** Where two cards may be joined in more than one way. */
function Kinds({ edge, method }: ToolsProps) {
  const t = useText();
  const { actions, editor, language } = method;
  const { from, to, kind } = edge.props;
  const kinds = useValue('kinds of edge', () => {
    const [source, target] = [cardOf(editor, from), cardOf(editor, to)];
    return source === undefined || target === undefined ? [] : joining(source.props.kind, target.props.kind);
  }, [editor, from, to]);
  if (kinds.length < 2) return <span className={styles.kind}>{relationWords[kind][language]}</span>;
  return (
    <Choice
      label={t('cardTools.kind')}
      value={kind}
      options={kinds.map((value) => ({ value, name: relationWords[value][language] }))}
      onChange={(value) => {
        actions.setRelation(edge.id, { kind: value });
        editor.select(edge.id);
      }}
    />
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <select
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
