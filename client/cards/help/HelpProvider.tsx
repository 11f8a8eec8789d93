import { type ReactNode, use, useEffect, useRef, useState } from 'react';
import { noSurroundings } from '../../canvas/card-shapes/surroundings.ts';
import { MethodContext } from '../method.ts';
import { type Help, HelpContext } from './help.ts';
import { loadHelp } from './load-help.ts';

const retryMs = 4_000;
const { people: nobody } = noSurroundings;

/** Gives canvas, drawer and guide what automatic help has found on the board. Nothing of it is there for those who only read. */
export function HelpProvider({ children }: { readonly children: ReactNode }) {
  const method = use(MethodContext);
  const { editor, template, view, actions, language, readOnly = true } = method ?? {};
  const people = useRef(method?.people);
  useEffect(() => {
    people.current = method?.people;
  }, [method]);
  const [help, setHelp] = useState<Help | null>(null);
  useEffect(() => {
    if (!editor || !template || !view || !actions || !language || readOnly) return;
    let isGone = false;
    let stop = () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      Promise.all([loadHelp(template.id), import('./create-help.ts')]).then(
        ([boardHelp, { createHelp }]) => {
          if (isGone || boardHelp === null) return;
          const made = createHelp(
            { editor, template, view, actions, language },
            boardHelp,
            () => people.current ?? nobody,
          );
          stop = made.stop;
          setHelp(made.help);
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
      stop();
      setHelp(null);
    };
  }, [editor, template, view, actions, language, readOnly]);
  return <HelpContext value={help}>{children}</HelpContext>;
}
