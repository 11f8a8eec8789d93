import { type ReactNode, useEffect, useMemo } from 'react';
import type { Editor } from 'tldraw';
import type { TemplateId } from '../../shared/api/templates.ts';
import type { Board, GetWorkshopResponse } from '../../shared/api/workshops.ts';
import { Template } from '../../shared/method/template.ts';
import type { People } from '../canvas/card-shapes/people.ts';
import { SurroundingsContext } from './CardCanvas.tsx';
import { type Method, MethodContext } from './method.ts';
import { loadTemplateSource } from './template-source.ts';
import { deskOf } from './tools/desk.ts';
import { useFetched } from './use-fetched.ts';

interface MethodProviderProps {
  /** Null until the board is on the canvas. */
  readonly editor: Editor | null;
  readonly board: Pick<Board, 'template' | 'language' | 'example'>;
  readonly me: GetWorkshopResponse['me'];
  readonly people: People;
  readonly readOnly: boolean;
  readonly children: ReactNode;
}

/** Gives everything on the page of a board its method: canvas, panels, table. Null in the context until it is loaded. */
export function MethodProvider({ editor, board, me, people, readOnly, children }: MethodProviderProps) {
  const template = useFetched(board.template, loadTemplate);
  const grounds = useFetched('ground', loadGrounds);
  const { language, example } = board;
  const { participant, role } = me;
  const surroundings = useMemo(() => ({ people, template, language, example }), [people, template, language, example]);
  const ground = useMemo(
    () => (editor === null || template === null || grounds === null ? null : grounds.createGround(editor, template)),
    [editor, template, grounds],
  );
  const method = useMemo<Method | null>(() => {
    if (ground === null) return null;
    const { steps: _steps, ...open } = ground;
    return { ...open, language, me: { participantId: participant.id, role }, readOnly, people };
  }, [ground, language, participant.id, role, readOnly, people]);

  useEffect(() => (ground === null || grounds === null ? undefined : grounds.followPerson(ground)), [ground, grounds]);
  useEffect(() => {
    if (method === null) return;
    const { method: shared } = deskOf(method.editor);
    shared.set(method);
    return () => {
      shared.set(null);
    };
  }, [method]);
  return (
    <SurroundingsContext value={surroundings}>
      <MethodContext value={method}>{children}</MethodContext>
    </SurroundingsContext>
  );
}

const loadGrounds = () => import('./ground.ts');

const loadTemplate = async (id: TemplateId): Promise<Template> => Template.parse(await loadTemplateSource(id));
