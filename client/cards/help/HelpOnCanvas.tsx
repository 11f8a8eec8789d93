import { Suspense } from 'react';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useHelp } from './help.ts';

const HelpChips = lazyPart(async () => ({ default: (await import('./HelpChips.tsx')).HelpChips }));

/** What help shows on the canvas; it comes with the first finding's rules, after the board. */
export function HelpOnCanvas() {
  const help = useHelp();
  return help === null ? null : (
    <Suspense fallback={null}>
      <HelpChips help={help} />
    </Suspense>
  );
}
