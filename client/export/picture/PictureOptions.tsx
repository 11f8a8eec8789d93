import { useText } from '../../i18n/LanguageProvider.tsx';
import { Field } from '../../ui/Field.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Select } from '../../ui/Select.tsx';
import { AudienceChoice } from '../dialog/AudienceChoice.tsx';
import type { DisplayPage } from '../display-list.ts';
import { pngSize } from './png-size.ts';
import { type PictureChoice, type Scale, type Subject, scales } from './use-picture-choice.ts';

interface PictureOptionsProps {
  readonly choice: PictureChoice;
  /** Null while that is not known. */
  readonly sheet: DisplayPage['sheet'] | null;
}

export function PictureOptions({ choice, sheet }: PictureOptionsProps) {
  const t = useText();
  const { choose } = choice;
  const subjects: { readonly value: Subject; readonly label: string }[] = choice.frames.map(({ id, name }) => ({
    value: id,
    label: name.trim() === '' ? t('export.unnamedFrame') : name,
  }));
  if (choice.hasSelection) subjects.unshift({ value: 'selection', label: t('export.pictureSelection') });
  return (
    <>
      <Field label={t('export.pictureOf')}>
        {(control) => (
          <Select {...control} options={subjects} value={choice.subject} onChange={(subject) => choose({ subject })} />
        )}
      </Field>
      {choice.audiences.length > 1 && (
        <AudienceChoice
          audiences={choice.audiences}
          audience={choice.audience}
          onChange={(audience) => choose({ audience })}
          leftOut={null}
        />
      )}
      <Segments
        legend={t('export.pictureAs')}
        {...(choice.format === 'svg' && { hint: t('export.pictureAboutSvg') })}
        value={choice.format}
        onChange={(format) => choose({ format })}
        options={[
          { value: 'png', label: t('export.picturePng') },
          { value: 'svg', label: t('export.pictureSvg') },
        ]}
      />
      {choice.format === 'png' && (
        <Segments
          legend={t('export.pictureSize')}
          {...(sheet !== null && { hint: sizeHint(t, sheet, choice.scale) })}
          value={String(choice.scale) as Scale}
          onChange={(scale) => choose({ scale: Number(scale) })}
          options={scales.map((value) => ({ value, label: t('export.pictureTimes', { times: value }) }))}
        />
      )}
      <Segments
        legend={t('export.pictureGround')}
        value={choice.transparent ? 'clear' : 'white'}
        onChange={(ground) => choose({ transparent: ground === 'clear' })}
        options={[
          { value: 'white', label: t('export.pictureWhite') },
          { value: 'clear', label: t('export.pictureClear') },
        ]}
      />
    </>
  );
}

function sizeHint(t: ReturnType<typeof useText>, sheet: DisplayPage['sheet'], scale: number): string {
  const { width, height, lowered } = pngSize(sheet, scale);
  return t(lowered ? 'export.pictureLowered' : 'export.picturePixels', { width, height });
}
