import { type Atom, atom, type Editor, type TLShapePartial } from 'tldraw';
import type { HeadingShape } from '../../../shared/board/template-shapes.ts';
import type { BoardView } from '../../../shared/method/board-view.ts';
import { dismissalOf, reasonMax, without } from '../../../shared/method/help/dismissals.ts';
import { type BoardHelp, findHelp } from '../../../shared/method/help/find-help.ts';
import type { Finding, HelpText } from '../../../shared/method/help/finding.ts';
import { isAgreed } from '../../../shared/method/help/help-board.ts';
import type { Template } from '../../../shared/method/template.ts';
import type { People } from '../../canvas/card-shapes/people.ts';
import type { Method } from '../method.ts';
import type { Help } from './help.ts';
import { whenIdle } from './when-idle.ts';

const nothing: HelpText = { chip: { en: '', nl: '', fr: '', de: '' }, about: { en: '', nl: '', fr: '', de: '' } };

type Ground = Pick<Method, 'editor' | 'template' | 'view' | 'actions' | 'language'>;

/**
 * @param people those of the workshop at any time; they come and go while the board stays open.
 * @returns the help, which follows the board until it is stopped
 */
export function createHelp(
  ground: Ground,
  boardHelp: BoardHelp,
  people: () => People,
): { readonly help: Help; readonly stop: () => void } {
  const { editor, view, template, actions } = ground;
  const findings: Atom<readonly Finding[]> = atom('findings', []);
  const agreedTitles = new Map<string, string>();
  const look = () => {
    const board = view.get();
    rememberAgreed(board, agreedTitles);
    findings.set(findHelp({ ...inputOf(ground, board, people()), agreedTitles }, boardHelp));
  };
  const stop = whenIdle(editor, look);
  const change = ({ cardId, key }: Finding, entry: string | null) => {
    const next = (entries: unknown) => [...without(entries, key), ...(entry === null ? [] : [entry])];
    if (cardId === null) changeHeading(editor, template, next);
    else {
      const entries = next(view.get().cards.get(cardId)?.fields.dismissed);
      actions.setFields(cardId, { dismissed: entries.length === 0 ? null : entries });
    }
    look();
  };
  const help: Help = {
    findings,
    textOf: ({ key }) => boardHelp.texts[key] ?? nothing,
    dismiss: (finding, reason) => change(finding, dismissalOf(finding.key, reason.trim().slice(0, reasonMax))),
    bringBack: (finding) => change(finding, null),
  };
  return { help, stop };
}

function inputOf({ editor, template, language }: Ground, view: BoardView, people: People) {
  const authors = [...view.cards.values()].flatMap(({ author }) => author ?? []);
  return {
    ...{ view, template, language, organisations: namedOrganisations(people), nowMs: Date.now() },
    dismissed: headingOf(editor, template)?.props.dismissed ?? [],
    authors: new Map(
      [...new Set(authors)].flatMap((id) => {
        const person = people.participant(id);
        return person === undefined ? [] : [[id, person] as const];
      }),
    ),
  };
}

/** Also by the ids of those that were merged into them, by which cards go on naming them. */
function namedOrganisations({ organisations, merged }: People) {
  const names = new Map<string, string>(organisations.map(({ id, name }) => [id, name]));
  const others = [...merged].map(([id, into]) => ({ id, name: names.get(into) ?? '' }));
  return [...organisations, ...others.filter(({ name }) => name !== '')];
}

function rememberAgreed({ cards }: BoardView, titles: Map<string, string>): void {
  for (const card of cards.values()) {
    if (!isAgreed(card)) titles.delete(card.id);
    else if (!titles.has(card.id)) titles.set(card.id, card.title);
  }
}

/** What a facilitator puts aside for the whole board stands on the heading of its first frame. */
function headingOf(editor: Editor, { id, frames }: Template): HeadingShape | undefined {
  const path = `${id}/${frames[0]?.id}/heading`;
  return editor
    .getCurrentPageShapes()
    .find((shape) => (shape.type as string) === 'heading' && shape.meta.template === path) as HeadingShape | undefined;
}

function changeHeading(editor: Editor, template: Template, next: (entries: unknown) => string[]): void {
  const heading = headingOf(editor, template);
  if (heading === undefined || editor.getIsReadonly()) return;
  const { id, props } = heading;
  editor.markHistoryStoppingPoint('put help aside');
  editor.run(
    () => {
      const partial = { id, type: 'heading', props: { dismissed: next(props.dismissed) } };
      editor.updateShape(partial as unknown as TLShapePartial);
    },
    { ignoreShapeLock: true },
  );
}
