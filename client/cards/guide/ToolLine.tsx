import { toolWords } from '../../../shared/method/guide/tools.ts';
import type { PhaseTool } from '../../../shared/session/agenda.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { toolIcons, toolTitle } from '../../ui/tool-signs.ts';

/** A tool of a phase: its name, how much of it, and what it does for those who do not know it yet. */
export function ToolLine({ read }: { readonly read: PhaseTool }) {
  const { language, t } = useLanguage();
  const ToolIcon = toolIcons[read.tool];
  return (
    <>
      <ToolIcon aria-hidden="true" />
      <span>
        <b>{toolTitle(read, language, t)}</b>
        <small>{toolWords[read.tool].about[language]}</small>
      </span>
    </>
  );
}
