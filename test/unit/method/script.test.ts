import { expect, it } from 'vitest';
import { TemplateId } from '../../../shared/api/templates.ts';
import { scriptOf } from '../../../shared/method/guide/agenda.ts';
import type { Guide } from '../../../shared/method/guide/guide.ts';
import { guides } from '../../../shared/method/guide/guides.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { GivenAgenda } from '../../../shared/session/agenda.ts';

const words = { en: 'Name', nl: 'Noem', fr: 'Nommer', de: 'Nennen' };

const scripts = TemplateId.options.map((id) => ({ id, guide: guides[id] }));

it('[RUN11] the script of a blank board is the standard arc: open, write alone, share, cluster, vote, decide, close', () => {
  const arc = guides.blank.phases.map(({ title, minutes, marks }) => [title.en, minutes, marks.join(' ')]);
  expect(arc).toEqual([
    ['Open', 5, 'FOL'],
    ['Write alone', 10, 'PW T6 REV'],
    ['Share', 10, 'RR'],
    ['Cluster', 10, 'CL'],
    ['Vote', 5, 'V5'],
    ['Decide', 15, 'F5 DEC'],
    ['Close', 5, ''],
  ]);
});

it('[RUN10] a script is an agenda: its minutes add up, and its places are on the board', () => {
  for (const { id, guide } of scripts) {
    const script = scriptOf(guide);
    expect(GivenAgenda.parse(script)).toEqual(script);
    expect(script.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(guide.minutes);
    expect(script.map(({ scripted }) => scripted)).toEqual(guide.phases.map((_, index) => index));
    // Everybody reads it in their own language.
    expect(script.every(({ title, prompt }) => title === null && prompt === null)).toBe(true);
    const { frames } = loadTemplate(id);
    const places = frames.flatMap((frame) => [frame.id, ...frame.zones.map((zone) => `${frame.id}/${zone.id}`)]);
    for (const { place, tools } of script) {
      const locked = tools.flatMap((read) => (read.tool === 'LOCK' ? (read.place ?? []) : []));
      for (const one of [...(place === null ? [] : [place]), ...locked]) expect(places).toContain(one);
    }
  }
});

it('[RUN10] every mark of a script is read as a tool, with how much of it', () => {
  for (const { guide } of scripts)
    expect(scriptOf(guide).map(({ tools }) => tools.length)).toEqual(guide.phases.map(({ marks }) => marks.length));
  const phases: Guide['phases'] = [
    {
      ...{ title: words, hint: words, minutes: 12, frameId: 'tree', zoneId: 'direct' },
      marks: ['ANON', 'PW', 'T6', 'REV', 'V5', 'F5', 'LOCK:tree/trunk'],
    },
    { title: words, hint: words, minutes: 5, frameId: null, marks: [] },
  ];
  expect(scriptOf({ ...guides['root-cause-tree'], phases })).toEqual([
    {
      ...{ id: 's0', scripted: 0, title: null, prompt: null, minutes: 12, place: 'tree/direct' },
      allows: 'all',
      tools: [
        ...[{ tool: 'ANON' }, { tool: 'PW' }, { tool: 'T', minutes: 6 }],
        ...[{ tool: 'REV' }, { tool: 'V', dots: 5 }, { tool: 'F5' }],
        { tool: 'LOCK', place: 'tree/trunk' },
      ],
    },
    { id: 's1', scripted: 1, title: null, prompt: null, minutes: 5, place: null, allows: 'all', tools: [] },
  ]);
});
