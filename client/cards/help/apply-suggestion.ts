import type { TLShapeId } from 'tldraw';
import type { CardView } from '../../../shared/method/board-view.ts';
import { fieldTypes } from '../../../shared/method/cards/fields.ts';
import type { Suggestion } from '../../../shared/method/help/finding.ts';
import { sayMerged, sayTitle } from '../../../shared/method/help/say-help.ts';
import { mergedNote } from '../../../shared/method/help/texts/common.ts';
import type { Method } from '../method.ts';

/** Does what a finding suggests, as one step of undo. What needs new words is written by hand. */
export function applySuggestion(method: Method, suggestion: Exclude<Suggestion, { type: 'rewrite' }>): void {
  const { editor, actions, language } = method;
  const asOneStep = (fn: () => void) => {
    const mark = editor.markHistoryStoppingPoint('help');
    editor.run(fn);
    editor.squashToMark(mark);
  };
  switch (suggestion.type) {
    case 'ask-why':
      actions.branch(suggestion.cardId);
      return;
    case 'set-fields':
      asOneStep(() => {
        for (const id of suggestion.cardIds) actions.setFields(id, suggestion.fields);
      });
      return;
    case 'add':
      actions.create({ title: sayTitle(suggestion, language), at: { zone: suggestion.zone } });
      return;
    case 'move':
      asOneStep(() => {
        actions.setKind(suggestion.cardId, suggestion.kind);
        actions.moveTo([suggestion.cardId], { zone: suggestion.zone });
      });
      return;
    case 'merge':
      asOneStep(() => merge(method, suggestion.keepId, suggestion.dropId));
      return;
    case 'feed-back':
      asOneStep(() => {
        actions.remove([suggestion.relationId]);
        actions.link(suggestion.from, suggestion.to, 'feeds_back');
      });
      return;
  }
}

/** The card that stays gets the other's connections, and a word about who wrote that one. */
function merge(method: Method, keepId: string, dropId: string): void {
  const { actions, editor, view, language } = method;
  const { cards, relations } = view.get();
  const [kept, dropped] = [cards.get(keepId), cards.get(dropId)];
  if (kept === undefined || dropped === undefined) return;
  for (const { props } of relations) {
    if (props.from !== dropId && props.to !== dropId) continue;
    const { kind, tie, strength, state, direction, note } = props;
    const [from, to] = [props.from === dropId ? keepId : props.from, props.to === dropId ? keepId : props.to];
    actions.link(from, to, kind, { tie, strength, state, direction, note });
  }
  const said = sayMerged(mergedNote, writerOf(method, dropped), dropped.title, language);
  const before = typeof kept.fields.note === 'string' && kept.fields.note !== '' ? `${kept.fields.note}\n` : '';
  actions.setFields(keepId, { note: `${before}${said}`.slice(0, fieldTypes.note.max) });
  actions.remove([dropId]);
  editor.select(keepId as TLShapeId);
}

function writerOf({ people }: Method, { author, fields }: CardView): string {
  const person = author === null ? undefined : people.participant(author);
  const owner = typeof fields.org === 'string' ? fields.org : person?.organisationId;
  const organisation = owner === undefined ? undefined : people.stamp(owner)?.name;
  return [person?.name, organisation].filter((part) => part !== undefined).join(', ') || '–';
}
