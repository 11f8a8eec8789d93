import { type ReactNode, use, useEffect, useRef, useState } from 'react';
import type { TemplateId } from '../../../shared/api/templates.ts';
import { noSurroundings } from '../../canvas/card-shapes/surroundings.ts';
import { MethodContext } from '../method.ts';
import { useFetched } from '../use-fetched.ts';
import { type Help, HelpContext } from './help.ts';

const { people: nobody } = noSurroundings;

/** Gives canvas, drawer and guide what automatic help has found on the board. Nothing of it is there for those who only read. */
export function HelpProvider({ children }: { readonly children: ReactNode }) {
  const method = use(MethodContext);
  const { editor, template, view, actions, language, readOnly = true } = method ?? {};
  const people = useRef(method?.people);
  useEffect(() => {
    people.current = method?.people;
  }, [method]);
  const parts = useFetched(readOnly || template === undefined ? 'blank' : template.id, loadParts);
  const [help, setHelp] = useState<Help | null>(null);
  useEffect(() => {
    if (!editor || !template || !view || !actions || !language || parts === null) return;
    const ground = { editor, template, view, actions, language };
    const made = parts.createHelp(ground, parts.boardHelp, () => people.current ?? nobody);
    setHelp(made.help);
    return () => {
      made.stop();
      setHelp(null);
    };
  }, [editor, template, view, actions, language, parts]);
  return <HelpContext value={help}>{children}</HelpContext>;
}

/** Rules, texts and engine, which come after the board; null for a board without help. */
async function loadParts(template: TemplateId) {
  if (template === 'blank') return null;
  const [{ createHelp }, { loadHelp }] = await Promise.all([import('./create-help.ts'), import('./load-help.ts')]);
  const boardHelp = await loadHelp(template);
  return boardHelp === null ? null : { boardHelp, createHelp };
}
