import { useSearchParams } from 'wouter';

export type BoardViewName = 'board' | 'table';

/** Which of the two one looks at. It stands in the address, so that it can be sent on and gone back to. */
export function useBoardView(): readonly [BoardViewName, (view: BoardViewName) => void] {
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') === 'table' ? 'table' : 'board';
  const show = (next: BoardViewName) =>
    setSearch((before) => {
      const params = new URLSearchParams(before);
      if (next === 'table') params.set('view', 'table');
      else params.delete('view');
      return params;
    });
  return [view, show];
}
