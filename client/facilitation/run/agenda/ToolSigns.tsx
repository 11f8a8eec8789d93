import type { PhaseTool } from '../../../../shared/session/agenda.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { toolIcons, toolTitle } from '../../../ui/tool-signs.ts';
import styles from './ToolSigns.module.css';

/** What a phase uses, as small signs; whoever does not see them hears their names. */
export function ToolSigns({ tools }: { readonly tools: readonly PhaseTool[] }) {
  const { t, language } = useLanguage();
  const titles = tools.map((read) => toolTitle(read, language, t));
  return (
    <>
      <span className={styles.signs} aria-hidden="true">
        {tools.map((read, at) => {
          const ToolIcon = toolIcons[read.tool];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a phase may have two timers, which nothing else tells apart.
            <span key={at} title={titles[at]}>
              <ToolIcon />
              {read.tool === 'T' && read.minutes}
              {read.tool === 'V' && read.dots}
            </span>
          );
        })}
      </span>
      <span className="visually-hidden">{titles.join(', ')}</span>
    </>
  );
}
