import { TldrawUiMenuGroup, TldrawUiMenuItem, useEditor, useReadonly, useValue } from 'tldraw';
import { LockItems } from '../../canvas/locks/LockItems.tsx';
import { afterFocusCameBack } from '../../canvas/ui/after-focus.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { mayBranch } from '../actions/branch.ts';
import { chosenOf, clusterMates } from '../actions/cluster.ts';
import { isConvertible } from '../actions/convert.ts';
import { parentsOf } from '../actions/parents-of.ts';
import type { Method } from '../method.ts';
import { deskOf } from './desk.ts';
import { mayName } from './naming.ts';
import { linkable } from './places.ts';
import { selectedCards } from './selected.ts';

/** What can be done with the cards that are selected, and with the place under the pointer. */
export function CardMenuItems() {
  const editor = useEditor();
  const desk = deskOf(editor);
  const isReadonly = useReadonly();
  const method = useValue('method', () => desk.method.get(), [desk]);
  if (method === null || isReadonly) return null;
  return (
    <>
      <OneCard method={method} />
      <SomeCards method={method} />
      <Anything method={method} />
      <LockItems />
    </>
  );
}

interface ItemsProps {
  readonly method: Method;
}

/** What is done with a single card. */
function OneCard({ method }: ItemsProps) {
  const t = useText();
  const { editor, actions, view } = method;
  const [selected, ...others] = useValue('selected cards', () => selectedCards(method), [method]);
  if (selected === undefined || others.length > 0) return null;
  const { card } = selected;
  const desk = deskOf(editor);
  const [parent] = parentsOf(view.get(), card.id);
  return (
    <TldrawUiMenuGroup id="one-card">
      {mayBranch(card.kind) && (
        <TldrawUiMenuItem
          id="branch"
          kbd="shift+⏎"
          label={t('cardTools.branch')}
          onSelect={() => void actions.branch(card.id)}
        />
      )}
      {parent !== undefined && (
        <TldrawUiMenuItem
          id="beside"
          kbd="alt+⏎"
          label={t('cardTools.beside')}
          onSelect={() => void actions.branch(parent)}
        />
      )}
      {view.get().cards.size > 1 && linkable(method, card.id).length > 0 && (
        <>
          <TldrawUiMenuItem
            id="connect"
            label={t('cardTools.connect')}
            onSelect={() => void editor.setCurrentTool('connect', { from: card.id })}
          />
          <TldrawUiMenuItem
            id="link"
            label={t('cardTools.linkTo')}
            onSelect={() => afterFocusCameBack(() => desk.choice.set({ kind: 'link', from: card.id }))}
          />
        </>
      )}
    </TldrawUiMenuGroup>
  );
}

function SomeCards({ method }: ItemsProps) {
  const t = useText();
  const { editor, actions } = method;
  const selected = useValue('selected cards', () => selectedCards(method), [method]);
  if (selected.length === 0) return null;
  const desk = deskOf(editor);
  const ids = selected.map(({ shape }) => shape.id);
  const cardIds = selected.map(({ card }) => card.id);
  const isPinned = selected.every(({ shape }) => shape.props.pinned);
  return (
    <TldrawUiMenuGroup id="cards">
      <ClusterItems method={method} />
      <TldrawUiMenuItem
        id="move"
        label={t('cardTools.moveTo')}
        onSelect={() => afterFocusCameBack(() => desk.choice.set({ kind: 'move', ids }))}
      />
      <TldrawUiMenuItem
        id="mirror"
        label={t('cardTools.showIn')}
        onSelect={() => afterFocusCameBack(() => desk.choice.set({ kind: 'mirror', ids: cardIds }))}
      />
      <TldrawUiMenuItem
        id="pin"
        label={t(isPinned ? 'cardTools.unpin' : 'cardTools.pin')}
        onSelect={() => actions.setPinned(ids, !isPinned)}
      />
      <TldrawUiMenuItem
        id="to-note"
        label={t('cardTools.toNote')}
        onSelect={() => void editor.select(...actions.toNotes(cardIds))}
      />
    </TldrawUiMenuGroup>
  );
}

/** For cards that may get a name together, and for one of a cluster. */
function ClusterItems({ method }: ItemsProps) {
  const t = useText();
  const { editor, view } = method;
  const desk = deskOf(editor);
  const isNameable = useValue('may get a name', () => mayName(method), [method]);
  const ids = useValue('selected', () => selectedCards(method).map(({ shape }) => shape.id), [method]);
  const chosen = chosenOf(view.get(), ids);
  const members = clusterMates(view.get(), chosen);
  return (
    <>
      {isNameable && (
        <TldrawUiMenuItem
          id="cluster"
          kbd="shift+g"
          label={t('cardTools.cluster')}
          onSelect={() => afterFocusCameBack(() => desk.naming.set(true))}
        />
      )}
      {members.length > chosen.length && (
        <TldrawUiMenuItem
          id="select-cluster"
          label={t('cardTools.selectCluster')}
          onSelect={() => void editor.select(...members)}
        />
      )}
    </>
  );
}

/** What is done with notes, and with the place that is pointed at. */
function Anything({ method }: ItemsProps) {
  const t = useText();
  const { editor, actions } = method;
  const words = useValue('selected words', () => editor.getSelectedShapes().filter(isConvertible), [editor]);
  const [first] = useValue('selected cards', () => selectedCards(method), [method]);
  const { frame, zone } = first?.spot ?? {};
  return (
    <TldrawUiMenuGroup id="places">
      {words.length > 0 && (
        <TldrawUiMenuItem
          id="to-card"
          label={t('cardTools.toCard')}
          onSelect={() => void editor.select(...actions.toCards(words.map(({ id }) => id)))}
        />
      )}
      {frame != null && zone != null && (
        <TldrawUiMenuItem id="tidy" label={t('cardTools.tidyZone')} onSelect={() => actions.tidy(frame.id, zone.id)} />
      )}
      <TldrawUiMenuItem
        id="new-card-in"
        kbd="shift+c"
        label={t('cardTools.newCardIn')}
        onSelect={() => afterFocusCameBack(() => deskOf(editor).choice.set({ kind: 'create' }))}
      />
    </TldrawUiMenuGroup>
  );
}
