import { expect, it } from 'vitest';
import { Language } from '../../../shared/api/text.ts';
import { fieldNames, fieldTypes } from '../../../shared/method/cards/fields.ts';
import { cardKinds } from '../../../shared/method/cards/kinds.ts';
import { relationKinds, relationStates, relationTies } from '../../../shared/method/cards/relations.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { fieldColumns } from '../../../shared/method/words/field-columns.ts';
import { fieldLabels } from '../../../shared/method/words/field-labels.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import {
  directionWords,
  relationFieldWords,
  relationWords,
  relationWordsBack,
  stateWords,
  tieWords,
} from '../../../shared/method/words/relations.ts';
import { scoreEnds } from '../../../shared/method/words/score-ends.ts';
import { flagWords, valueWords } from '../../../shared/method/words/values.ts';
import { textWrongs } from './support/content.ts';

const all = {
  ...{ kindWords, fieldLabels, fieldColumns, valueWords, flagWords, scoreEnds },
  ...{ relationWords, relationWordsBack, tieWords, stateWords, directionWords, relationFieldWords },
};

/** Words that are the same in one of the other languages. */
const sameEverywhere = new Set([
  ...['Organisation', 'Status', 'Votes', 'Per org.', 'Source', 'Influence', 'Engagement', 'Ring', 'Date', 'Verdict'],
  ...['Person', 'Start', 'Effort', 'Objections', 'Objection', 'Problem', 'Cause', 'Causes', 'Actor', 'Observation'],
  ...['Observations', 'Vision', 'Visions', 'Indicator', 'Action', 'Actions', 'Public', 'Partners', 'Information'],
  ...['Non-profit', 'Neutral', 'Plan', 'Team', 'Communication', 'Consent', 'Service', 'Collaboration', 'Conflict'],
  'Cluster',
]);

it('[METV1] every kind, field, value and relation has its words in each of the four languages', () => {
  expect(textWrongs(all, sameEverywhere)).toEqual([]);
  expect(Object.keys(kindWords)).toEqual([...cardKinds]);
  expect(Object.keys(fieldLabels).sort()).toEqual([...fieldNames].sort());
  expect(Object.keys(fieldColumns).sort()).toEqual([...fieldNames].sort());
  expect(Object.keys(relationWords)).toEqual([...relationKinds]);
  expect(Object.keys(tieWords)).toEqual([...relationTies]);
  expect(Object.keys(stateWords)).toEqual([...relationStates]);
});

it('[METV1] every value of a choice is named, in the order in which it is offered, and every scale says what its ends mean', () => {
  const words: Readonly<Record<string, Readonly<Record<string, unknown>>>> = valueWords;
  for (const name of fieldNames) {
    const field = fieldTypes[name];
    if (field.type === 'choice') expect(Object.keys(words[name] ?? {}), name).toEqual([...field.values]);
    expect(name in scoreEnds, name).toBe(field.type === 'score');
  }
});

it('[METV1] two values of one field, and two kinds, are never called the same', () => {
  for (const language of Language.options) {
    for (const [name, values] of Object.entries(valueWords)) {
      const said = Object.values(values).map((text) => text[language]);
      expect(new Set(said).size, `${name} ${language}`).toBe(said.length);
    }
    const names = cardKinds.map((kind) => kindWords[kind].name[language]);
    expect(new Set(names).size, language).toBe(names.length);
  }
});

it('[METV1] heads of columns are short, and what is asked fits one or two lines of the drawer', () => {
  for (const name of fieldNames) {
    for (const language of Language.options) {
      expect(fieldColumns[name][language].length, `${name} ${language}`).toBeLessThanOrEqual(26);
      expect(fieldLabels[name][language].length, `${name} ${language}`).toBeLessThanOrEqual(60);
    }
  }
});

it('[METV2] a value is called what the zone that sets it is called', () => {
  const named = (board: 'visioning' | 'lessons-learnt', frame: string) =>
    (loadTemplate(board).frames.find(({ id }) => id === frame)?.zones ?? []).map(({ id, title }) => ({ id, title }));
  const plain = (text: string | undefined) => text?.replace(/\u00ad/g, '');
  const places = [
    ...named('visioning', 'here-there').map((zone) => ({ ...zone, words: valueWords.viewpoint })),
    ...named('lessons-learnt', 'lens-4l').map((zone) => ({ ...zone, words: valueWords.lens_4l })),
    ...named('lessons-learnt', 'lens-kcss').map((zone) => ({ ...zone, words: valueWords.lens_kcss })),
    ...named('lessons-learnt', 'lens-short').map((zone) => ({ ...zone, words: valueWords.lens_short })),
    ...named('lessons-learnt', 'landing').map((zone) => ({ ...zone, words: valueWords.lands_on })),
  ].filter(({ id, words }) => id in words);
  expect(places).toHaveLength(4 + 4 + 4 + 4 + 7);
  for (const { id, title, words } of places) {
    const word = (words as Readonly<Record<string, Readonly<Record<Language, string>>>>)[id];
    for (const language of Language.options) expect(plain(title?.[language]), id).toBe(word?.[language]);
  }
});

it("[METV2] kinds and verdicts are called by the glossary's words", () => {
  expect(kindWords.lesson.name).toEqual({
    en: 'Lesson learnt',
    nl: 'Geleerde les',
    fr: 'Enseignement tiré',
    de: 'Gewonnene Erkenntnis',
  });
  expect(kindWords.impact.name.de).toBe('Kernwirkung');
  expect(kindWords.effect.name).toMatchObject({ nl: 'Gevolg', fr: 'Conséquence', de: 'Folge' });
  expect(fieldColumns.is_root).toMatchObject({ nl: 'Grondoorzaak', fr: 'Cause profonde', de: 'Grundursache' });
  expect(fieldColumns.evidence).toMatchObject({ nl: 'Onderbouwing', fr: 'Éléments probants', de: 'Beleg' });
  expect(fieldColumns.baseline).toMatchObject({ nl: 'Nulmeting', fr: 'Valeur de départ', de: 'Ausgangswert' });
  expect(Object.values(valueWords.verdict).map(({ de }) => de)).toEqual([
    'Beibehalten',
    'Ändern',
    'Beenden',
    'Anfangen',
  ]);
  expect(Object.values(valueWords.lens_4l).map(({ nl }) => nl)).toEqual(['Fijn', 'Geleerd', 'Gemist', 'Gewenst']);
});
