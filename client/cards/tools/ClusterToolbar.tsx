import { useCallback, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { Box, TldrawUiContextualToolbar, useEditor, useReadonly, useValue } from 'tldraw';
import { panelLook } from '../../../shared/method/behaviours/clusters.ts';
import { clusterOf } from '../../../shared/method/cards/cluster.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { useToast } from '../../ui/toast.ts';
import { type Chosen, clusterMates, clusterNameMax, clusterNames, commonName } from '../actions/cluster.ts';
import type { Method } from '../method.ts';
import styles from './ClusterToolbar.module.css';
import { deskOf } from './desk.ts';
import { chosenNow, hindranceNow, wayOf } from './naming.ts';

/** Above cards that may get a name together; the name itself also by key and menu, for one of them alone. */
export function ClusterToolbar() {
  const editor = useEditor();
  const desk = deskOf(editor);
  const isReadonly = useReadonly();
  const method = useValue('method', () => desk.method.get(), [desk]);
  const isCalm = useValue('is calm', () => editor.isIn('select.idle'), [editor]);
  return method === null || isReadonly || !isCalm ? null : <Clustering method={method} />;
}

function Clustering({ method }: { readonly method: Method }) {
  const t = useText();
  const toast = useToast();
  const { editor, view, actions } = method;
  const desk = deskOf(editor);
  const isNaming = useValue('names a cluster', () => desk.naming.get(), [desk]);
  const chosen = useValue('chosen for a cluster', () => chosenNow(method), [method]);
  const key = chosen.map(({ spot }) => spot.shape.id).join();
  const way = wayOf(method, chosen);
  const headOf = hasCluster(chosen) ? chosen[0]?.spot.frame?.paper : undefined;
  const bounds = useCallback(() => {
    const full = editor.getSelectionScreenBounds();
    // The name of their cluster stands there.
    const head = headOf === undefined ? 0 : panelLook[headOf].head * editor.getZoomLevel();
    return full && new Box(full.x, full.y - head, full.width, 0);
  }, [editor, headOf]);
  // Something else is selected by now: its name is another.
  // biome-ignore lint/correctness/useExhaustiveDependencies(key): whenever it changes
  useEffect(
    () => () => {
      desk.naming.set(false);
    },
    [desk, key],
  );
  const refuse = useEffectEvent(() => {
    // The next that can be named is not meant.
    desk.naming.set(false);
    const hindrance = hindranceNow(method);
    if (hindrance !== null) toast((t) => t(`cardTools.noCluster-${hindrance}`));
  });
  // Asked by key for what cannot be named.
  const isRefused = isNaming && way === null;
  useEffect(() => {
    if (isRefused) refuse();
  }, [isRefused]);
  if (way === null || !(isNaming || chosen.length > 1 || hasCluster(chosen))) return null;
  const name = commonName(chosen);
  const isWhole = name !== null && clusterMates(view.get(), chosen).length === chosen.length;
  const close = () => {
    desk.naming.set(false);
    editor.focus();
  };
  const give = (wanted: string) => {
    const ids = chosen.map(({ spot }) => spot.shape.id);
    const said = { count: actions.cluster(ids, wanted), name: wanted.trim() };
    close();
    if (said.count === 0) return;
    if (said.name === '') announce(t('said.unclustered', said));
    else announce(t(way === 'parent' ? 'said.hungTogether' : 'said.clustered', said));
  };
  return (
    <TldrawUiContextualToolbar key={key} label={t('cardTools.cluster')} getSelectionBounds={bounds}>
      {isNaming ? (
        <Naming
          name={way === 'name' ? (name ?? '') : ''}
          names={way === 'name' ? clusterNames(view.get(), chosen) : []}
          hint={t(way === 'name' ? 'cardTools.clusterHint' : 'cardTools.clusterHintTree')}
          onDone={give}
          onCancel={close}
        />
      ) : (
        <div className={styles.tools}>
          <Button onClick={() => desk.naming.set(true)}>
            {t(way === 'name' && isWhole ? 'cardTools.renameCluster' : 'cardTools.cluster')}
          </Button>
        </div>
      )}
    </TldrawUiContextualToolbar>
  );
}

const hasCluster = (chosen: readonly Chosen[]): boolean => chosen.some(({ card }) => clusterOf(card.fields) !== null);

interface NamingProps {
  readonly name: string;
  /** Of the clusters that are there. */
  readonly names: readonly string[];
  readonly hint: string;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
}

function Naming({ name, names, hint, onDone, onCancel }: NamingProps) {
  const t = useText();
  const [draft, setDraft] = useState(name);
  const list = useId();
  const form = useRef<HTMLFormElement>(null);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // The canvas would take letters for tools, and Escape for letting go of what is selected.
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
  });
  // The canvas listens on its own element, below the one where handlers of components are called.
  useEffect(() => {
    const element = form.current;
    const listen = (event: KeyboardEvent) => onKey(event);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, []);
  return (
    <form
      ref={form}
      className={styles.naming}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(draft);
      }}
    >
      <Field label={t('cardTools.clusterName')} hint={hint}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            autoComplete="off"
            list={list}
            maxLength={clusterNameMax}
            value={draft}
            onChange={({ target }) => setDraft(target.value)}
            onFocus={({ target }) => target.select()}
          />
        )}
      </Field>
      <datalist id={list}>
        {names.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <Button look="primary" type="submit">
        {t('cardTools.giveName')}
      </Button>
    </form>
  );
}
