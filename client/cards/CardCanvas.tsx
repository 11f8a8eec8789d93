import { createContext, Suspense, use } from 'react';
import { BoardCanvas, type BoardCanvasProps } from '../canvas/BoardCanvas.tsx';
import { noSurroundings, type Surroundings } from '../canvas/card-shapes/surroundings.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { HelpOnCanvas } from './help/HelpOnCanvas.tsx';
import { cardUi } from './tools/card-ui.ts';

const loadCardsOnCanvas = async () => ({ default: (await import('./tools/CardsOnCanvas.tsx')).CardsOnCanvas });
const CardsOnCanvas = lazyPart(loadCardsOnCanvas);

/** What the board's cards are drawn with; there before the board itself is. */
export const SurroundingsContext = createContext<Surroundings>(noSurroundings);

/** The canvas of a board with everything that people do with its cards. */
export function CardCanvas(props: Omit<BoardCanvasProps, 'ui' | 'surroundings' | 'children'>) {
  return (
    <BoardCanvas {...props} ui={cardUi} surroundings={use(SurroundingsContext)}>
      <Suspense fallback={null}>
        <CardsOnCanvas />
      </Suspense>
      <HelpOnCanvas />
    </BoardCanvas>
  );
}
