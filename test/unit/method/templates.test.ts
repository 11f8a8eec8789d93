import { describe, expect, it } from 'vitest';
import { headingHeight } from '../../../shared/method/geometry.ts';
import type { Box, Frame, Zone } from '../../../shared/method/template.ts';
import { papers, Template } from '../../../shared/method/template.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { templateTitle } from '../../../shared/method/titles.ts';
import { languages, templateIds } from './support/boards.ts';

const frames = templateIds.flatMap((id) => loadTemplate(id).frames.map((frame) => ({ id, frame })));

const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Zones that `zone` lies in, nearest first. */
function around(zone: Zone, frame: Frame): Zone[] {
  const outer = frame.zones.find(({ id }) => id === zone.within);
  return outer === undefined ? [] : [outer, ...around(outer, frame)];
}

describe.each(templateIds)('%s', (id) => {
  it('[MET1] a template decodes and says everything in every language', () => {
    const template = loadTemplate(id);
    expect(template.id).toBe(id);
    for (const language of languages) expect(template.title[language]).toBe(templateTitle(id, language));
  });

  it('[MET2] ids of frames and of the zones in a frame are unique', () => {
    const { frames } = loadTemplate(id);
    expect(new Set(frames.map((frame) => frame.id)).size).toBe(frames.length);
    for (const { zones } of frames) expect(new Set(zones.map((zone) => zone.id)).size).toBe(zones.length);
  });
});

describe.each(frames)('$id $frame.id', ({ frame }) => {
  const sheet = { x: 0, y: 0, ...papers[frame.paper] };

  it('[MET3] zones, labels and marks lie on the sheet, zones below the heading band', () => {
    for (const { box, id } of frame.zones) {
      expect(inside(box, sheet), id).toBe(true);
      expect(box.y, id).toBeGreaterThanOrEqual(frame.question === undefined ? 0 : headingHeight);
    }
    for (const { box, turn, text } of frame.labels) {
      const upright = turn % 180 === 0;
      const centre = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
      const [w, h] = upright ? [box.w, box.h] : [box.h, box.w];
      expect(inside({ x: centre.x - w / 2, y: centre.y - h / 2, w, h }, sheet), text.en).toBe(true);
    }
    for (const { box, path } of frame.marks) expect(inside(box, sheet), path).toBe(true);
  });

  it('[MET4] zones overlap only where one says that it lies within the other, and then it does', () => {
    for (const [index, zone] of frame.zones.entries()) {
      const outer = around(zone, frame);
      expect(outer.length > 0, zone.id).toBe(zone.within !== undefined);
      for (const other of outer) expect(inside(zone.box, other.box), `${zone.id} in ${other.id}`).toBe(true);
      for (const other of frame.zones.slice(index + 1)) {
        const nested = outer.includes(other) || around(other, frame).includes(zone);
        if (!nested) expect(overlap(zone.box, other.box), `${zone.id} and ${other.id}`).toBe(false);
      }
    }
  });

  it('[MET4] an outer zone is drawn before what lies in it', () => {
    for (const zone of frame.zones) {
      for (const outer of around(zone, frame)) {
        expect(frame.zones.indexOf(outer), zone.id).toBeLessThan(frame.zones.indexOf(zone));
      }
    }
  });
});

it('[MET1] a text that lacks a language or names an unknown date is refused', () => {
  const blank = (title: Record<string, string>) =>
    Template.safeParse({ id: 'blank', step: 0, title, frames: loadTemplate('blank').frames });
  expect(blank({ en: 'a', nl: 'b', fr: 'c', de: 'd {visionDate}' }).success).toBe(true);
  expect(blank({ en: 'a', nl: 'b', fr: 'c' }).success).toBe(false);
  expect(blank({ en: 'a', nl: 'b', fr: '', de: 'd' }).success).toBe(false);
  expect(blank({ en: '{tomorrow}', nl: 'b', fr: 'c', de: 'd' }).success).toBe(false);
});
