import type { Board } from '../../../shared/api/workshops.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Check } from '../../ui/Check.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Select } from '../../ui/Select.tsx';
import { papers } from '../compose/report-input.ts';
import type { ReportExport } from '../use-export.ts';
import { AudienceChoice } from './AudienceChoice.tsx';
import { BoardsChoice } from './BoardsChoice.tsx';
import { fileKinds } from './file-kinds.ts';
import { LookChoice } from './LookChoice.tsx';
import styles from './Options.module.css';
import { PrivateNote } from './PrivateNote.tsx';
import type { Choices } from './use-choices.ts';

interface OptionsProps {
  /** The board of the page; null on the page of a workshop. */
  readonly open: Board | null;
  readonly choices: Choices;
  readonly made: ReportExport;
}

/** What becomes of the boards, from the coarse to the fine; nothing can be changed under a file in the making. */
export function Options({ open, choices, made: { work, report } }: OptionsProps) {
  const t = useText();
  const { chosen, choose, boards, audiences, agreed, people, look } = choices;
  const { kind } = chosen;
  const isReport = kind === 'report';
  // Another choice is being prepared: what was left out for the last one says nothing.
  const leftOut = report === null || work.status === 'working' ? null : report.leftOut;
  return (
    <div className={styles.options}>
      <fieldset className={styles.choices} disabled={work.status === 'working' && work.for === 'file'}>
        <Field label={t('export.file')} hint={t(`export.about-${kind}`)}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={(next) => choose({ kind: next, fileName: null })}
              options={fileKinds.map((value) => ({ value, label: t(`export.kind-${value}`) }))}
            />
          )}
        </Field>
        <BoardsChoice
          open={open}
          boards={boards}
          scope={chosen.scope}
          onScope={(scope) => choose({ scope })}
          chosen={chosen.boards}
          onChosen={(next) => choose({ boards: next })}
        />
        <AudienceChoice
          audiences={audiences}
          audience={chosen.audience}
          onChange={(audience) => choose({ audience })}
          leftOut={isReport || kind === 'picture' ? leftOut : null}
        />
        {choices.isPartPrivate && <PrivateNote />}
        {isReport && agreed > 0 && (
          <Check checked={chosen.names} onChange={(names) => choose({ names })}>
            {t('export.names', { agreed, people })}
          </Check>
        )}
        {isReport && (
          <Segments
            legend={t('export.paper')}
            {...(chosen.paper === 'fit' && { hint: t('export.about-paper-fit') })}
            value={chosen.paper}
            onChange={(paper) => choose({ paper })}
            options={papers.map((value) => ({ value, label: value === 'fit' ? t('export.paper-fit') : value }))}
          />
        )}
        {isReport && <LookChoice of={look} />}
        {kind === 'picture' && (
          <Segments
            legend={t('export.pictureAs')}
            value={chosen.picture}
            onChange={(picture) => choose({ picture, fileName: null })}
            options={[
              { value: 'png', label: t('export.picturePng') },
              { value: 'svg', label: t('export.pictureSvg') },
            ]}
          />
        )}
        {(isReport || kind === 'picture') && (
          <Field label={t('export.fileName')}>
            {(control) => (
              <Input
                {...control}
                value={chosen.fileName ?? choices.proposedName}
                spellCheck={false}
                onChange={(event) => choose({ fileName: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
      </fieldset>
    </div>
  );
}
