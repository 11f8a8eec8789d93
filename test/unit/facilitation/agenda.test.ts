import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  added,
  changed,
  type Draft,
  duplicated,
  faultsOf,
  finished,
  isFull,
  moved,
  removed,
  usualOrder,
  withAmount,
  withTool,
} from '../../../client/facilitation/run/agenda/edit.ts';
import { placesOf } from '../../../client/facilitation/run/agenda/places.ts';
import { TemplateId } from '../../../shared/api/templates.ts';
import { scriptOf } from '../../../shared/method/guide/agenda.ts';
import { guides } from '../../../shared/method/guide/guides.ts';
import { phaseTitle } from '../../../shared/method/guide/phase-words.ts';
import { rootCauseTreeGuide } from '../../../shared/method/guide/root-cause-tree.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { agendaLimits, textLimits } from '../../../shared/protocol/limits.ts';
import { GivenAgenda, PhaseTool } from '../../../shared/session/agenda.ts';

const script = scriptOf(rootCauseTreeGuide);
const ids = (draft: Draft) => draft.map(({ id }) => id);
const short = script.slice(0, 3);
const timerIn = (tools: readonly PhaseTool[]) => tools.findIndex(({ tool }) => tool === 'T');

test('[RUN20] own words take the place of those of the script, and blank ones give it back', () => {
  const own = changed(script, 's3', { title: 'What it does to us', prompt: 'Who pays?' });
  expect(phaseTitle(own[3] as Draft[number], rootCauseTreeGuide, 'de')).toBe('What it does to us');
  expect(own.filter((phase, index) => phase !== script[index])).toHaveLength(1);
  const blank = finished(changed(own, 's3', { title: '  ', prompt: '\t' }));
  expect(blank).toEqual(script);
  expect(phaseTitle(blank[3] as Draft[number], rootCauseTreeGuide, 'de')).toBe('Folgen');
});

test.each([
  { id: 's0', side: 'after', other: 's2', order: ['s1', 's2', 's0'] },
  { id: 's2', side: 'before', other: 's0', order: ['s2', 's0', 's1'] },
  { id: 's1', side: 'after', other: 's1', order: ['s0', 's1', 's2'] },
  { id: 's9', side: 'after', other: 's1', order: ['s0', 's1', 's2'] },
] as const)('[RUN21] $id moved $side $other', ({ id, side, other, order }) => {
  expect(ids(moved(short, id, side, other))).toEqual(order);
});

test('[RUN22] phases are added, duplicated and removed where one is, each under an id of its own', () => {
  expect(ids(added(short, 'new', 's0'))).toEqual(['s0', 'new', 's1', 's2']);
  expect(ids(added(short, 'new', null))).toEqual(['s0', 's1', 's2', 'new']);
  expect(ids(added(short, 'new', 'gone'))).toEqual(['s0', 's1', 's2', 'new']);
  const twice = duplicated(short, 's1', 'copy');
  expect(ids(twice)).toEqual(['s0', 's1', 'copy', 's2']);
  expect(twice[2]).toEqual({ ...short[1], id: 'copy' });
  expect(ids(removed(twice, 's1'))).toEqual(['s0', 'copy', 's2']);
  let many: Draft = script;
  while (!isFull(many)) many = duplicated(many, 's0', `copy-${many.length}`);
  expect(many).toHaveLength(agendaLimits.phasesMax);
  expect(GivenAgenda.safeParse(many).success).toBe(true);
});

test('[RUN23] a tool that is there keeps its place, a new one comes before those that mostly follow it', () => {
  const names = (tools: readonly PhaseTool[]) => tools.map(({ tool }) => tool);
  const twoTimers: PhaseTool[] = [{ tool: 'T', minutes: 8 }, { tool: 'ANON' }, { tool: 'T', minutes: 3 }];
  expect(names(withTool(twoTimers, 'PW', true))).toEqual(['PW', 'T', 'ANON', 'T']);
  expect(names(withTool(twoTimers, 'DEC', true))).toEqual(['T', 'ANON', 'T', 'DEC']);
  expect(withTool(twoTimers, 'T', true)).toEqual(twoTimers);
  expect(names(withTool(twoTimers, 'T', false))).toEqual(['ANON']);
  expect(withAmount(twoTimers, 2, 4)).toEqual([{ tool: 'T', minutes: 8 }, { tool: 'ANON' }, { tool: 'T', minutes: 4 }]);
  expect(withAmount([{ tool: 'V', dots: 5 }], 0, 3)).toEqual([{ tool: 'V', dots: 3 }]);
  const all = [...usualOrder].sort().reduce<PhaseTool[]>((tools, name) => withTool(tools, name, true), []);
  expect(names(all)).toEqual(usualOrder);
  for (const tool of all) expect(PhaseTool.safeParse(tool).success).toBe(true);
});

test('[RUN24] what cannot be kept is said of the field where it is, in the order of the fields', () => {
  const own = added(script, 'own', 's0');
  expect(faultsOf(script)).toEqual([]);
  expect(faultsOf(own)).toEqual([{ phaseId: 'own', field: 'title', reason: 'empty' }]);
  const wrong = changed(changed(own, 'own', { title: ' ', prompt: 'Who\u202e?' }), 's1', {
    title: 'x'.repeat(textLimits.phaseTitle + 1),
    minutes: 0,
    tools: [{ tool: 'PW' }, { tool: 'T', minutes: agendaLimits.minutesMax + 1 }],
  });
  expect(faultsOf(wrong).map(({ phaseId, field, reason }) => `${phaseId} ${field} ${reason}`)).toEqual([
    'own title empty',
    'own prompt disguised',
    's1 title long',
    's1 minutes range',
    's1 tool-1 range',
  ]);
});

test('[RUN25] whatever is done to the phases, what has no fault is taken by the server', () => {
  const id = fc.constantFrom('s0', 's1', 'a', 'b');
  const words = fc.oneof(fc.constantFrom(null, '', ' ', 'Why?', 'a\u202eb', 'x'.repeat(90)), fc.string());
  const minutes = fc.integer({ min: 0, max: 300 });
  const step = fc.oneof(
    fc.record({ id, title: words, prompt: words, minutes }).map(
      ({ id, ...change }) =>
        (draft: Draft) =>
          changed(draft, id, change),
    ),
    fc.record({ id, other: id }).map(
      ({ id, other }) =>
        (draft: Draft) =>
          moved(draft, id, 'before', other),
    ),
    id.map((id) => (draft: Draft) => removed(draft, id)),
    fc.record({ id, after: id }).map(
      ({ id, after }) =>
        (draft: Draft) =>
          draft.some((phase) => phase.id === id) ? draft : added(draft, id, after),
    ),
    fc.record({ id, name: fc.constantFrom(...usualOrder), minutes }).map(({ id, name, minutes }) => (draft: Draft) => {
      const tools = withTool(draft.find((phase) => phase.id === id)?.tools ?? [], name, true);
      return tools.length > agendaLimits.toolsMax
        ? draft
        : changed(draft, id, { tools: withAmount(tools, timerIn(tools), minutes) });
    }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const draft = steps.reduce<Draft>((before, next) => next(before), short);
      expect(GivenAgenda.safeParse(finished(draft)).success).toBe(faultsOf(draft).length === 0);
    }),
  );
});

test.each(TemplateId.options)('[RUN26] every place of the script of %s is offered once, under its frame', (id) => {
  const template = loadTemplate(id);
  const groups = placesOf(template, 'nl', { label: 'The whole frame', lang: 'en' });
  expect(groups.map(({ label }) => label)).toEqual(template.frames.map((frame) => `${frame.number} ${frame.title.nl}`));
  const options = groups.flatMap((group) => group.options);
  const values = options.map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
  const named = scriptOf(guides[id]).flatMap(({ place }) => place ?? []);
  expect(named.filter((place) => !values.includes(place))).toEqual([]);
  for (const { label } of options) expect(label).toMatch(/^\d[a-c]? · [^{}]+$/);
});
