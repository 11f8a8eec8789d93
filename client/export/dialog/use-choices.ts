import { useEffect, useMemo, useState } from 'react';
import { audiencesOf, widestAudience } from '../../../shared/access/audiences.ts';
import type { Audience } from '../../../shared/api/boards.ts';
import type { Board } from '../../../shared/api/workshops.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { hasPrivateShapes } from '../../canvas/private-shapes.ts';
import { hasAgreed, reportLanguage } from '../export-facts.ts';
import { exportFileName, type FileExtension } from '../file-name.ts';
import type { ExportSource, ReportChoice } from '../report-choice.ts';
import type { BoardScope } from './BoardsChoice.tsx';
import { extensionOf, type FileKind } from './file-kinds.ts';
import { type RememberedChoices, rememberChoices, rememberedChoices } from './remembered-choices.ts';
import { usePeople } from './use-people.ts';
import { lookOf, useReportLook, type WorkshopLook } from './use-report-look.ts';

interface Chosen extends RememberedChoices {
  readonly kind: FileKind;
  readonly scope: BoardScope;
  /** Counts while the scope is `some`. */
  readonly boards: ReadonlySet<BoardId>;
  readonly picture: 'png' | 'svg';
  /** Somebody's own name for the file; null takes the proposed one. */
  readonly fileName: string | null;
}

export interface Choices {
  readonly chosen: Chosen;
  readonly choose: (change: Partial<Chosen>) => void;
  readonly audiences: readonly Audience[];
  /** All that can be in the report, in its order: examples last. */
  readonly boards: readonly Board[];
  /** Those that are in it. */
  readonly inReport: readonly Board[];
  /** Somebody writes on one of them what only they see. */
  readonly isPartPrivate: boolean;
  readonly people: number;
  /** How many of them agreed to be named. */
  readonly agreed: number;
  readonly look: WorkshopLook;
  /** Who took part and how reports look is being asked: no report is made before. */
  readonly isAsking: boolean;
  /** What the file is called if nobody says otherwise. */
  readonly proposedName: string;
  readonly nameFor: (boards: readonly Board[], extension: FileExtension) => string;
  /** The same object as long as nothing of it is chosen anew; null without a board and while something is asked. */
  readonly report: ReportChoice | null;
}

/** What is chosen in the dialog; what holds for every export of the workshop is kept for the next time. */
export function useChoices({ data, open }: ExportSource): Choices {
  const { workshop, me } = data;
  const privateBoard = data.session.privateWriting?.boardId;
  const audiences = audiencesOf(me.role);
  const [openedAtMs] = useState(Date.now);
  // As they were when the dialog opened: a list that grows under the pointer is clicked wrong.
  const [boards] = useState(() => reportBoards({ data, open }));
  const [chosen, setChosen] = useState<Chosen>(() => {
    const before = rememberedChoices(workshop.id) ?? fresh;
    return {
      ...before,
      audience: audiences.includes(before.audience) ? before.audience : widestAudience(me.role),
      kind: 'report',
      picture: 'png',
      fileName: null,
      scope: open === null ? 'workshop' : 'this',
      boards: new Set(
        boards.filter(({ id, example }) => (open === null ? !example : id === open.board.id)).map(({ id }) => id),
      ),
    };
  });
  const { audience, paper, names } = chosen;
  useEffect(() => rememberChoices(workshop.id, { audience, paper, names }), [workshop.id, audience, paper, names]);
  const people = usePeople(data);
  const workshopLook = useReportLook(data);
  const look = lookOf(workshopLook);
  const inReport = useMemo(() => boardsIn(chosen, boards, open?.board.id), [chosen, boards, open?.board.id]);
  const agreed = people?.filter(hasAgreed).length ?? 0;
  const isAsking = people === null || look === null;
  const ids = inReport.map(({ id }) => id).join(' ');
  const named = names && agreed > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ids` says whether the boards are the same.
  const report = useMemo<ReportChoice | null>(
    () =>
      inReport.length === 0 || isAsking
        ? null
        : { boards: inReport.map(({ id }) => id), audience, paper, names: named, ...look },
    [ids, isAsking, audience, paper, named, look?.accent, look?.logo],
  );
  const nameFor = (of: readonly Board[], extension: FileExtension): string => {
    const [only] = of;
    const board = of.length === 1 && only !== undefined ? only.title : null;
    const facts = { workshop: workshop.title, board, atMs: openedAtMs, language: reportLanguage(data, of) };
    return exportFileName(facts, extension);
  };
  return {
    chosen,
    choose: (change) => setChosen((now) => ({ ...now, ...change })),
    audiences,
    boards,
    inReport,
    isPartPrivate: inReport.some(
      ({ id }) => id === privateBoard || (id === open?.board.id && hasPrivateShapes(open.editor)),
    ),
    people: people?.length ?? 0,
    agreed,
    look: workshopLook,
    isAsking,
    proposedName: nameFor(inReport, extensionOf(chosen.kind, chosen.picture)),
    nameFor,
    report,
  };
}

const fresh: RememberedChoices = { audience: 'partners', paper: 'A4', names: true };

/** Examples come last. */
function reportBoards({ data, open }: ExportSource): readonly Board[] {
  const known = data.boards.some(({ id }) => id === open?.board.id);
  const all = known || open === null ? data.boards : [open.board, ...data.boards];
  return [...all.filter(({ example }) => !example), ...all.filter(({ example }) => example)];
}

function boardsIn({ scope, boards: some }: Chosen, boards: readonly Board[], openId: BoardId | undefined) {
  switch (scope) {
    case 'this':
      return boards.filter(({ id }) => id === openId);
    case 'workshop':
      return boards.filter(({ example }) => !example);
    case 'some':
      return boards.filter(({ id }) => some.has(id));
  }
}
