import { createContext, use } from 'react';
import type { Computed, Editor } from 'tldraw';
import type { Role } from '../../shared/access/capabilities.ts';
import type { Language } from '../../shared/api/text.ts';
import type { BoardView } from '../../shared/method/board-view.ts';
import type { Template } from '../../shared/method/template.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { People } from '../canvas/card-shapes/people.ts';
import type { CardActions } from './actions/card-actions.ts';

/** The board that is open, as panels, tables and tools see it. */
export interface Method {
  readonly editor: Editor;
  readonly template: Template;
  /** Of the board; prompts and the words of its cards are in it. */
  readonly language: Language;
  readonly me: { readonly participantId: ParticipantId; readonly role: Role };
  readonly readOnly: boolean;
  readonly people: People;
  readonly actions: CardActions;
  /** Follows every change of the board: to be read where something shows it, not on every move. */
  readonly view: Computed<BoardView>;
}

export const MethodContext = createContext<Method | null>(null);

export function useMethod(): Method {
  const method = use(MethodContext);
  if (method === null) throw new Error('useMethod outside a board');
  return method;
}
