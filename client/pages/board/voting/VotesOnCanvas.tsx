import { type ComponentProps, useMemo } from 'react';
import type { Votes } from '../../../../shared/session/voting.ts';
import { VoteMarks } from '../../../canvas/voting/VoteMarks.tsx';

interface VotesOnCanvasProps extends Pick<ComponentProps<typeof VoteMarks>, 'editor' | 'marked'> {
  readonly votes: Votes;
}

/** One's own votes, on their cards; nobody else has them. */
export function VotesOnCanvas({ votes, ...marks }: VotesOnCanvasProps) {
  const shown = useMemo(
    () => Object.entries(votes).flatMap(([id, count]) => (count > 0 ? [{ id, count }] : [])),
    [votes],
  );
  return <VoteMarks {...marks} votes={shown} />;
}
