import { describe, expect, it } from 'vitest';
import { faceContent } from '../../../client/canvas/card-shapes/face-content.ts';
import { layoutFace } from '../../../client/canvas/card-shapes/layout-face.ts';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { Language } from '../../../shared/api/text.ts';
import type { CardShape, MirrorShape } from '../../../shared/board/card-shapes.ts';
import { fieldsOf, titleMax } from '../../../shared/method/cards/kinds.ts';
import type { Demo } from '../../../shared/method/demo/demo.ts';
import { lessonsLearntDemo } from '../../../shared/method/demo/lessons-learnt.ts';
import { visioningDemo } from '../../../shared/method/demo/visioning.ts';
import { demoRecords } from '../../../shared/method/demo-records.ts';
import { frameBoxes, zoneBody } from '../../../shared/method/geometry.ts';
import type { Guide } from '../../../shared/method/guide/guide.ts';
import { lessonsLearntGuide } from '../../../shared/method/guide/lessons-learnt.ts';
import { visioningGuide } from '../../../shared/method/guide/visioning.ts';
import type { Box, Template, Zone } from '../../../shared/method/template.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { createdAtMs } from './support/boards.ts';
import { cardWrongs, guideWrongs, placeWrongs, relationWrongs, textsIn, textWrongs } from './support/content.ts';
import { contains, overlapping } from './support/layout-scene.ts';
import { realMetrics } from './support/metrics.ts';

const boards: { id: 'visioning' | 'lessons-learnt'; demo: Demo; guide: Guide }[] = [
  { id: 'visioning', demo: visioningDemo, guide: visioningGuide },
  { id: 'lessons-learnt', demo: lessonsLearntDemo, guide: lessonsLearntGuide },
];

/** Words that are the same in one of the other languages. */
const sameEverywhere = new Set([
  ...['Problem', 'vision', 'plan', 'Plan', 'Team', 'Communication', 'Action', 'Break', 'Merel Radio'],
  ...['{today}', '{in90Days}', '{inOneYear}', '{halfWay}', '{yearBefore}', '{visionDate}'],
]);

interface Standing {
  readonly id: string;
  readonly zone: Zone;
  /** Of the zone, in page coordinates. */
  readonly body: Box;
  readonly box: Box;
  readonly card: CardShape;
  readonly shape: CardShape | MirrorShape;
}

/** Every card and mirror of the example, as a board in this language has it. */
function standingIn(template: Template, demo: Demo, language: Language): Standing[] {
  const records = demoRecords(template, demo, { language, createdAtMs }) as unknown as (CardShape | MirrorShape)[];
  const byId = new Map(records.map((record) => [record.id as string, record]));
  const at = (id: string, path: string, cardId: string): Standing => {
    const [frameId, zoneId] = path.split('/');
    const placed = frameBoxes(template).find(({ frame }) => frame.id === frameId);
    const zone = placed?.frame.zones.find((one) => one.id === zoneId);
    const shape = byId.get(id);
    const card = byId.get(cardId) as CardShape | undefined;
    if (placed === undefined || zone === undefined || shape === undefined || card === undefined)
      throw new Error(`${id} stands nowhere`);
    const body = zoneBody(zone, placed.frame.paper);
    const box = { x: shape.x - placed.box.x, y: shape.y, w: shape.props.w, h: shape.props.h };
    return { id, zone, body, box, card, shape };
  };
  const name = (id: string): string => `shape:${template.id}/example/${id}`;
  return [
    ...demo.cards.map(({ id, zone }) => at(name(id), zone, name(id))),
    ...demo.mirrors.map(({ of, zone }, number) => at(name(`mirror.${number + 1}`), zone, name(of))),
  ];
}

describe.each(boards)('$id', ({ id, demo, guide }) => {
  const template = loadTemplate(id);
  const zones = template.frames.flatMap((frame) => frame.zones.map((zone) => ({ frame, zone })));

  it('[METV3] template, example and guide say everything in each of the four languages', () => {
    for (const part of [template, demo, guide]) {
      expect(textsIn(part).length).toBeGreaterThan(30);
      expect(textWrongs(part, sameEverywhere)).toEqual([]);
    }
  });

  it('[METV4] what a place says is a field of the cards that stand there', () => {
    for (const { zone } of zones) {
      const known = zone.cardKind === null ? [] : fieldsOf(zone.cardKind);
      for (const name of Object.keys(zone.sets)) expect(known, zone.id).toContain(name);
    }
  });

  it('[METV4] only zones that take cards arrange them and invite', () => {
    for (const { zone } of zones) {
      expect(zone.cardKind === null, zone.id).toBe(zone.layout === 'none');
      if (zone.cardKind === null) expect(zone.starters ?? [], zone.id).toEqual([]);
    }
  });

  it('[METV4] rows and forms show fields of their cards within their width', () => {
    const tables = zones.filter(({ zone }) => zone.layout === 'rows' || zone.layout === 'form');
    expect(tables.length).toBeGreaterThan(0);
    for (const { frame, zone } of tables) {
      const columns = zone.columns ?? [];
      const known = zone.cardKind === null ? [] : ['title', ...fieldsOf(zone.cardKind)];
      expect(zone.face).toBe(zone.layout === 'rows' ? 'row' : 'form');
      expect(columns.map(({ field }) => field)).toContain('title');
      for (const { field, x, w } of columns) {
        expect(known, zone.id).toContain(field);
        expect(x + w, `${zone.id} ${field}`).toBeLessThanOrEqual(zoneBody(zone, frame.paper).w);
      }
    }
  });

  it('[METV5] cards of the example are legal, of the kind of their zone, say what it says, and have ids of their own', () => {
    expect(cardWrongs(template, demo)).toEqual([]);
    // What fits into a tree is counted in leaves, and shown by the places below.
    const trees = zones.filter(({ zone }) => zone.layout === 'minitree').map(({ zone }) => zone.id);
    expect(
      placeWrongs(template, demo).filter((wrong) => !trees.some((tree) => wrong.startsWith(`why/${tree} holds`))),
    ).toEqual([]);
    expect(new Set(demo.cards.map((card) => card.id)).size).toBe(demo.cards.length);
  });

  it('[METV5] titles are short, but for sentences that stand alone in a box', () => {
    for (const { title, zone } of demo.cards) {
      if (zone.startsWith('statement/') || zone === 'here-there/here.problem') continue;
      for (const words of Object.values(title)) expect(words.length, words).toBeLessThanOrEqual(titleMax);
    }
  });

  it('[METV5] relations of the example join kinds that they may join, each once', () => {
    expect(relationWrongs(demo)).toEqual([]);
  });

  it('[METV8] phases add up to the session, in frames of the board, with timers that fit', () => {
    expect(guideWrongs(template, guide)).toEqual([]);
    const worked = new Set(guide.phases.map(({ frameId }) => frameId));
    // One of the three lenses is chosen, the others are not used.
    const others = ['lens-kcss', 'lens-short'];
    const frames = template.frames.map((frame) => frame.id).filter((frame) => !others.includes(frame));
    for (const frame of frames) expect(worked.has(frame), frame).toBe(true);
  });
});

const examples = boards.flatMap((board) => Language.options.map((language) => ({ ...board, language })));

describe.each(examples)('$id in $language', ({ id, demo, language }) => {
  const standing = standingIn(loadTemplate(id), demo, language);

  it('[METV6] every card of the example has a place of its own in its zone', () => {
    for (const { id: card, body, box } of standing) expect(contains(body, box), card).toBe(true);
    for (const { zone } of standing) {
      const boxes = standing.filter((other) => other.zone === zone).map(({ box }) => box);
      expect(overlapping(boxes), zone.id).toEqual([]);
    }
  });

  it('[METV6] no face of the example cuts a title, a cell of a row or a line of a form', () => {
    const people = createPeople({ organisations: [], people: [], mergedOrganisations: [] }, []);
    const cut = standing.flatMap(({ id: card, zone, card: { props }, shape }) => {
      const facts = { language, people, locked: true, example: true, mirror: false, columns: zone.columns ?? [] };
      const face = layoutFace(faceContent(props, facts), shape.props, 'full', realMetrics);
      const isTable = shape.props.face === 'row' || shape.props.face === 'form';
      const texts = isTable ? face.texts : face.title?.text === null ? [] : [face.title?.text];
      return texts.flatMap((text) =>
        text?.block.cut === true
          ? [`${card} ${shape.props.face} ${text.block.lines.map((line) => line.text).join(' ')}`]
          : [],
      );
    });
    expect(cut).toEqual([]);
  });
});
