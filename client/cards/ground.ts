import type { Editor } from 'tldraw';
import type { Template } from '../../shared/method/template.ts';
import { boardViewOf } from '../canvas/card-shapes/board-view.ts';
import { writeBesideGhosts } from './actions/beside-ghosts.ts';
import { createCardActions } from './actions/create-card-actions.ts';
import { followDeletes } from './actions/follow-deletes.ts';
import { followHands } from './actions/follow-hands.ts';
import { createSteps, type Steps } from './actions/steps.ts';
import type { Method } from './method.ts';
import { createOnDoubleClick } from './tools/double-click.ts';

/** What a method does with a canvas. Layouts and actions come after the board is seen: nothing of them draws it. */
export type Ground = Pick<Method, 'editor' | 'template' | 'view' | 'actions'> & { readonly steps: Steps };

export function createGround(editor: Editor, template: Template): Ground {
  const view = boardViewOf(editor, template);
  const steps = createSteps(editor, template, view);
  return { editor, template, view, steps, actions: createCardActions(editor, steps) };
}

/** Layouts, edges and fields follow what this person does by hand. @returns stops that */
export function followPerson({ editor, template, view, steps, actions }: Ground): () => void {
  const stops = [
    followHands(editor, view, steps),
    followDeletes(editor, template, view, steps),
    createOnDoubleClick(editor, template, actions),
    writeBesideGhosts(editor, actions),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
