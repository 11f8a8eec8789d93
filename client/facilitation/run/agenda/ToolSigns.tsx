import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye';
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import type { Phase, PhaseTool } from '../../../../shared/session/agenda.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { toolIcons, toolTitle } from '../../../ui/tool-signs.ts';
import styles from './ToolSigns.module.css';

const allowsIcons = { own: PencilSimpleIcon, look: EyeIcon } as const;

type ToolSignsProps = Readonly<Pick<Phase, 'allows'>> & { readonly tools: readonly PhaseTool[] };

/** What a phase uses and allows, as small signs; whoever does not see them hears their names. */
export function ToolSigns({ tools, allows }: ToolSignsProps) {
  const { t, language } = useLanguage();
  const titles = tools.map((read) => toolTitle(read, language, t));
  const allowed = allows === 'all' ? null : `${t('agenda.allows')}: ${t(`agenda.allows-${allows}`)}`;
  const AllowsIcon = allows === 'all' ? null : allowsIcons[allows];
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
        {AllowsIcon !== null && (
          <span title={allowed ?? undefined}>
            <AllowsIcon />
          </span>
        )}
      </span>
      <span className="visually-hidden">{[...titles, ...(allowed === null ? [] : [allowed])].join(', ')}</span>
    </>
  );
}
