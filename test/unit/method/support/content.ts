import { Language } from '../../../../shared/api/text.ts';
import { kindSchema } from '../../../../shared/method/cards/kinds.ts';
import { relationEnds } from '../../../../shared/method/cards/relations.ts';
import type { Demo, DemoCard } from '../../../../shared/method/demo/demo.ts';
import type { Guide } from '../../../../shared/method/guide/guide.ts';
import { readMark } from '../../../../shared/method/guide/tools.ts';
import type { Template, Text, Zone } from '../../../../shared/method/template.ts';

/** What is wrong with a board's content, in words that a failing test shows; empty when nothing is. */

/** Every text anywhere in some data, with where it was found. */
export function textsIn(data: unknown, where = ''): { readonly where: string; readonly text: Text }[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('en' in data) return [{ where, text: data as Text }];
  return Object.entries(data).flatMap(([key, value]) => textsIn(value, `${where}/${key}`));
}

const english = /(?<!\p{L})(the|and|with|what|which|they|their|people|from|your|is|are|does|nobody|of the)(?!\p{L})/iu;
/** Words of these that others of the four languages have too. */
const shared: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = {
  nl: /(?<!\p{L})is(?!\p{L})/giu,
  fr: /$^/g,
  de: /$^/g,
};

/** @param sameEverywhere English words that may stand in another language as they are. */
export function textWrongs(data: unknown, sameEverywhere: ReadonlySet<string>): string[] {
  return textsIn(data).flatMap(({ where, text }) => {
    const others = Language.options.filter((language) => language !== 'en');
    const empty = Language.options.filter((language) => (text[language] ?? '').trim() === '');
    const isNumber = !/\p{L}{2}/u.test(text.en);
    const untranslated = others.filter(
      (language) => text[language] === text.en && !isNumber && !sameEverywhere.has(text.en),
    );
    const leftOver = others.filter(
      (language) => !sameEverywhere.has(text[language]) && english.test(text[language].replace(shared[language], '')),
    );
    return [
      ...empty.map((language) => `${where} is empty in ${language}`),
      ...untranslated.map((language) => `${where} is not translated to ${language}: ${text.en}`),
      ...leftOver.map((language) => `${where} is English in ${language}: ${text[language]}`),
    ];
  });
}

const zonesOf = (template: Template): ReadonlyMap<string, Zone> =>
  new Map(template.frames.flatMap(({ id, zones }) => zones.map((zone) => [`${id}/${zone.id}`, zone])));

/** A card's fields as a board in this language has them. */
const fieldsIn = ({ fields = {}, words = {} }: DemoCard, language: Language) => ({
  ...fields,
  ...Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text[language]])),
});

export function cardWrongs(template: Template, { cards }: Demo): string[] {
  const zones = zonesOf(template);
  return cards.flatMap((card) => {
    const zone = zones.get(card.zone);
    if (zone === undefined) return [`${card.id} stands in ${card.zone}, which is no zone`];
    const illegal = Language.options.flatMap((language) => {
      const read = kindSchema(card.kind).safeParse(fieldsIn(card, language));
      return read.success ? [] : [`${card.id} in ${language}: ${read.error.message}`];
    });
    return [
      ...(/^[A-Za-z0-9.-]+$/.test(card.id) ? [] : [`${card.id} is no id`]),
      ...(zone.cardKind === card.kind ? [] : [`${card.id} is a ${card.kind} in a zone of ${zone.cardKind}`]),
      ...illegal,
    ];
  });
}

/** Places that say something a card there does not say, and places that hold too much. */
export function placeWrongs(template: Template, { cards, mirrors }: Demo): string[] {
  const zones = zonesOf(template);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const places = [...cards.map(({ id, zone }) => ({ id, zone })), ...mirrors.map(({ of, zone }) => ({ id: of, zone }))];
  const unsaid = places.flatMap(({ id, zone: path }) => {
    const zone = zones.get(path);
    const card = byId.get(id);
    if (zone === undefined || card === undefined) return [`${id} cannot stand in ${path}`];
    if (zone.cardKind !== card.kind) return [`${path} takes no ${card.kind}`];
    return Object.entries(zone.sets)
      .filter(([name, value]) => card.fields?.[name] !== value)
      .map(([name, value]) => `${id} in ${path} does not say ${name} ${value}`);
  });
  const doubles = places
    .map(({ id, zone }) => `${id} in ${zone}`)
    .filter((place, index, all) => all.indexOf(place) !== index);
  const full = [...zones].flatMap(([path, { capacity }]) => {
    const room = Math.max(...Object.values(capacity), 0);
    const held = places.filter(({ zone }) => zone === path).length;
    return room > 0 && held > room ? [`${path} holds ${held} of ${room}`] : [];
  });
  return [...unsaid, ...doubles.map((place) => `${place} twice`), ...full];
}

export function relationWrongs({ cards, relations }: Demo): string[] {
  const kindOf = new Map(cards.map(({ id, kind }) => [id, kind]));
  const key = ({ from, to, kind }: Demo['relations'][number]): string => `${from} ${kind} ${to}`;
  const keys = relations.map(key);
  return relations.flatMap((relation, index) => {
    const { from, to, kind } = relation;
    const [start, end] = [kindOf.get(from), kindOf.get(to)];
    const ends = relationEnds[kind];
    const legal = start !== undefined && end !== undefined && ends.from.includes(start) && ends.to.includes(end);
    return [
      ...(legal ? [] : [`${key(relation)}: ${start} to ${end}`]),
      ...(from === to || keys.indexOf(key(relation)) !== index ? [`${key(relation)} counts for nothing`] : []),
    ];
  });
}

export function guideWrongs(template: Template, guide: Guide): string[] {
  const frames = new Set(template.frames.map(({ id }) => id));
  const total = guide.phases.reduce((sum, { minutes }) => sum + minutes, 0);
  return [
    ...(total === guide.minutes ? [] : [`the phases take ${total} of ${guide.minutes} minutes`]),
    ...guide.phases.flatMap(({ title, frameId, minutes, marks }) => {
      const timed = marks.map(readMark).reduce((sum, mark) => sum + (mark.tool === 'T' ? mark.minutes : 0), 0);
      return [
        ...(frameId === null || frames.has(frameId) ? [] : [`${title.en} is on ${frameId}, which is no frame`]),
        ...(timed > minutes ? [`${title.en} sets timers for ${timed} of its ${minutes} minutes`] : []),
      ];
    }),
  ];
}
