import { useState } from 'react';
import { type Editor, type TLShapeId, useEditor, useValue } from 'tldraw';
import { foldText } from '../../../shared/fold-text.ts';
import { showShape } from '../../canvas/frames.ts';
import { afterFocusCameBack } from '../../canvas/ui/after-focus.ts';
import type { Translate } from '../../i18n/catalogue.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { Dialog, DialogBody } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import type { Method } from '../method.ts';
import styles from './ChoiceDialog.module.css';
import { type Choice, deskOf } from './desk.ts';
import { sayMoved, sayShown } from './MoveNews.tsx';
import { isAt, linkable, placesFor } from './places.ts';

/** Where a card goes or what it is linked to, chosen from a list. */
export function ChoiceDialog() {
  const editor = useEditor();
  const desk = deskOf(editor);
  const choice = useValue('choice', () => desk.choice.get(), [desk]);
  const method = useValue('method', () => desk.method.get(), [desk]);
  if (choice === null || method === null) return null;
  return <Choosing key={choice.kind} choice={choice} method={method} onClose={() => close(editor)} />;
}

/** As somebody types it: templates set their numbers apart with more than one space. */
const plain = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim();

/** As soon as it is there: otherwise the dialog begins at its close button. */
const takeFocus = (field: HTMLInputElement | null) => field?.focus();

function close(editor: Editor): void {
  deskOf(editor).choice.set(null);
}

interface Option {
  readonly id: string;
  /** Options of one group stand together, under its name. */
  readonly group: string;
  readonly name: string;
  /** Why it cannot be chosen. */
  readonly note: string | undefined;
  choose(): void;
}

interface ChoosingProps {
  readonly choice: Choice;
  readonly method: Method;
  readonly onClose: () => void;
}

function Choosing({ choice, method, onClose }: ChoosingProps) {
  const { t, language } = useLanguage();
  const [wanted, setWanted] = useState('');
  // What others do meanwhile does not move the list under the finger.
  const [options] = useState(() => optionsOf(choice, method, t));
  const choose = (option: Option) => {
    onClose();
    afterFocusCameBack(option.choose);
  };
  const words = plain(wanted);
  const shown = options.filter(({ name, group }) => plain(`${group} ${name}`).includes(words));
  const groups = [...new Set(shown.map(({ group }) => group))];
  const titles = {
    create: t('cardTools.newCardIn'),
    move: t('cardTools.moveTo'),
    mirror: t('cardTools.showIn'),
    link: t('cardTools.linkTo'),
  };
  return (
    <Dialog open onClose={onClose} title={titles[choice.kind]}>
      <DialogBody>
        {options.length === 0 ? (
          <EmptyState title={t('cardTools.noCards')} text={t('cardTools.noCardsText')} />
        ) : (
          <>
            <Field label={t('cardTools.find')}>
              {(control) => (
                <Input
                  {...control}
                  ref={takeFocus}
                  value={wanted}
                  onChange={(event) => setWanted(event.target.value)}
                  onKeyDown={(event) => {
                    const first = shown.find(({ note }) => note === undefined);
                    if (event.key === 'Enter' && words !== '' && first !== undefined) choose(first);
                  }}
                />
              )}
            </Field>
            {shown.length === 0 && (
              <EmptyState title={t('cardTools.nothingFound')} text={t('cardTools.nothingFoundText')} />
            )}
            {groups.map((group) => (
              <section key={group} className={styles.group} lang={method.language}>
                <h3>{group}</h3>
                <ul>
                  {shown
                    .filter((option) => option.group === group)
                    .map((option) => (
                      <li key={option.id}>
                        <button type="button" disabled={option.note !== undefined} onClick={() => choose(option)}>
                          {option.name || <span lang={language}>{t('cardTools.untitled')}</span>}
                          {option.note !== undefined && <small lang={language}> {option.note}</small>}
                        </button>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </DialogBody>
    </Dialog>
  );
}

function optionsOf(choice: Choice, method: Method, t: Translate): readonly Option[] {
  const { actions, view, editor } = method;
  if (choice.kind === 'link') {
    return linkable(method, choice.from).map((card) => ({
      ...{ id: card.id, name: card.title, note: undefined, group: card.frameShape?.props.name ?? '' },
      choose() {
        const edge = method.actions.connect(choice.from, card.id);
        if (edge === null) return;
        editor.select(edge);
        announce(t('said.linked', { from: view.get().cards.get(choice.from)?.title ?? '', to: card.title }));
      },
    }));
  }
  const ids = choice.kind === 'create' ? [] : choice.ids;
  const { cards, mirrors } = view.get();
  const chosen = ids.flatMap((id) => cards.get(id) ?? mirrors.find(({ shape }) => shape.id === id) ?? []);
  const titles = chosen.map((spot) => ('card' in spot ? spot.card : spot).title || t('cards.untitled'));
  const kinds = new Set(chosen.map((spot) => ('card' in spot ? spot.card.kind : spot.kind)));
  const [kind = null] = kinds;
  const mirrored = chosen.flatMap((spot) => ('card' in spot ? [] : mirrors.filter(({ card }) => card.id === spot.id)));
  return placesFor(method, kinds.size > 1 ? null : kind).map((place) => {
    const at = { zone: { frameId: place.frameId, zoneId: place.zoneId } };
    const isHere = chosen.length === 1 && [...chosen, ...mirrored].some((spot) => isAt(place, spot));
    return {
      ...{ id: `${place.frameId}/${place.zoneId}`, group: place.frame, name: place.zone },
      note: isHere ? t('cardTools.hereAlready') : undefined,
      choose() {
        switch (choice.kind) {
          case 'create':
            actions.create({ at, edit: true });
            return;
          case 'move':
            actions.moveTo(choice.ids, at);
            for (const id of choice.ids.slice(0, 1)) showShape(editor, id as TLShapeId);
            sayMoved(t, titles, place);
            return;
          case 'mirror':
            for (const id of choice.ids) actions.mirror(id, at);
            sayShown(t, titles, place);
            return;
        }
      },
    };
  });
}
