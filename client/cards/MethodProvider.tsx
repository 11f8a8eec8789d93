import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Editor } from 'tldraw';
import type { TemplateId } from '../../shared/api/templates.ts';
import type { Board, GetWorkshopResponse } from '../../shared/api/workshops.ts';
import { Template, type TemplateInput } from '../../shared/method/template.ts';
import { type People, PeopleContext } from '../canvas/card-shapes/people.ts';
import { createBoardView } from './actions/board-view.ts';
import { createCardActions } from './actions/create-card-actions.ts';
import { followDeletes } from './actions/follow-deletes.ts';
import { followHands } from './actions/follow-hands.ts';
import { createSteps, type Steps } from './actions/steps.ts';
import { SurroundingsContext } from './CardCanvas.tsx';
import { type Method, MethodContext } from './method.ts';
import { deskOf } from './tools/desk.ts';
import { createOnDoubleClick } from './tools/double-click.ts';

interface MethodProviderProps {
  /** Null until the board is on the canvas. */
  readonly editor: Editor | null;
  readonly board: Pick<Board, 'template' | 'language'>;
  readonly me: GetWorkshopResponse['me'];
  readonly people: People;
  readonly readOnly: boolean;
  readonly children: ReactNode;
}

/** Gives everything on the page of a board its method: canvas, panels, table. Null in the context until it is loaded. */
export function MethodProvider({ editor, board, me, people, readOnly, children }: MethodProviderProps) {
  const template = useTemplate(board.template);
  const { language } = board;
  const { participant, role } = me;
  const surroundings = useMemo(() => ({ people, template, language, example: false }), [people, template, language]);
  const ground = useMemo(
    () => (editor === null || template === null ? null : createGround(editor, template)),
    [editor, template],
  );
  const method = useMemo<Method | null>(() => {
    if (ground === null) return null;
    const { steps: _steps, ...open } = ground;
    return { ...open, language, me: { participantId: participant.id, role }, readOnly, people };
  }, [ground, language, participant.id, role, readOnly, people]);

  useEffect(() => (ground === null ? undefined : followPerson(ground)), [ground]);
  useEffect(() => {
    if (method === null) return;
    const { method: shared } = deskOf(method.editor);
    shared.set(method);
    return () => {
      shared.set(null);
    };
  }, [method]);
  return (
    <PeopleContext value={people}>
      <SurroundingsContext value={surroundings}>
        <MethodContext value={method}>{children}</MethodContext>
      </SurroundingsContext>
    </PeopleContext>
  );
}

type Ground = Pick<Method, 'editor' | 'template' | 'view' | 'actions'> & { readonly steps: Steps };

function createGround(editor: Editor, template: Template): Ground {
  const view = createBoardView(editor, template);
  const steps = createSteps(editor, template, view);
  return { editor, template, view, steps, actions: createCardActions(editor, steps) };
}

function followPerson({ editor, template, view, steps, actions }: Ground): () => void {
  const stops = [
    followHands(editor, view, steps),
    followDeletes(editor, template, view, steps),
    createOnDoubleClick(editor, template, actions),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Each template is a file of its own; only that of the board is fetched. */
async function loadInput(id: TemplateId): Promise<TemplateInput> {
  switch (id) {
    case 'root-cause-tree':
      return (await import('../../shared/method/boards/root-cause-tree.ts')).rootCauseTree;
    case 'actor-map':
      return (await import('../../shared/method/boards/actor-map.ts')).actorMap;
    case 'visioning':
      return (await import('../../shared/method/boards/visioning.ts')).visioning;
    case 'lessons-learnt':
      return (await import('../../shared/method/boards/lessons-learnt.ts')).lessonsLearnt;
    case 'blank':
      return (await import('../../shared/method/boards/blank.ts')).blank;
  }
}

const retryMs = 4_000;

/** Null until it is there. A gap in the network is waited out: the canvas works without. */
function useTemplate(id: TemplateId): Template | null {
  const [loaded, setLoaded] = useState<Template | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const load = () => {
      loadInput(id).then(
        (input) => {
          if (!isGone) setLoaded(Template.parse(input));
        },
        () => {
          if (!isGone) timer = setTimeout(load, retryMs);
        },
      );
    };
    load();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [id]);
  return loaded?.id === id ? loaded : null;
}
