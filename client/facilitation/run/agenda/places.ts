import type { Language } from '../../../../shared/api/text.ts';
import type { Template } from '../../../../shared/method/template.ts';

interface Place {
  /** As a phase keeps it. */
  readonly value: string;
  readonly label: string;
  /** Of its label. */
  readonly lang: Language;
}

interface FramePlaces {
  readonly label: string;
  readonly lang: Language;
  readonly options: readonly Place[];
}

/**
 * Frame by frame, where a phase can take place: the frame, and the zones in it that people write in. The number of the
 * frame stands before each, because a closed list shows nothing else of where that is. A zone without a name of its own
 * is all that its frame has.
 * @param language of the board, whose templates are in its language
 * @param whole what a frame as a whole is called, in the reader's language
 */
export const placesOf = (
  { frames }: Template,
  language: Language,
  whole: { readonly label: string; readonly lang: Language },
): readonly FramePlaces[] =>
  frames.map(({ id, number, title, zones }) => {
    const named = (value: string, { label, lang }: Omit<Place, 'value'>) => ({
      ...{ value, lang, label: `${number} · ${label}` },
    });
    const zonePlaces = zones.flatMap((zone) => {
      const name = zone.title ?? zone.name ?? zone.prompt;
      const isWrittenIn = zone.cardKind !== null && zone.layout !== 'none';
      return isWrittenIn && name !== undefined
        ? [named(`${id}/${zone.id}`, { label: name[language], lang: language })]
        : [];
    });
    return { label: `${number} ${title[language]}`, lang: language, options: [named(id, whole), ...zonePlaces] };
  });
