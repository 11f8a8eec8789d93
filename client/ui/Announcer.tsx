import { useSyncExternalStore } from 'react';
import { whatIsSaid } from './announce.ts';

/**
 * Where `announce` is heard. There before anything is said, as readers want it, and in dialogs too: they hide everything
 * around them but what has a word to say.
 */
export function Announcer() {
  const said = useSyncExternalStore(whatIsSaid.subscribe, whatIsSaid.get);
  return (
    <div className="visually-hidden" role="log" aria-live="polite">
      {said.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
