import { describe, expect, it } from 'vitest';
import { faceContent } from '../../../client/canvas/card-shapes/face-content.ts';
import { layoutFace } from '../../../client/canvas/card-shapes/layout-face.ts';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import {
  layoutBlock,
  layoutHeading,
  layoutLabel,
  layoutZone,
  type TextBlock,
} from '../../../client/canvas/template-shapes/layout.ts';
import type { CardShape } from '../../../shared/board/card-shapes.ts';
import { plainText, type RichText } from '../../../shared/board/rich-text.ts';
import type { HeadingShape, LabelShape, ZoneShape } from '../../../shared/board/template-shapes.ts';
import { zoneBody } from '../../../shared/method/geometry.ts';
import { startersOf } from '../../../shared/method/starters.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { everyBoard, recordsOfBoard, shapesIn, templateIds } from './support/boards.ts';
import { realMetrics } from './support/metrics.ts';

const floors = { A4: 16, A3: 22 } as const;
const said = (block: TextBlock): string => block.lines.map(({ text }) => text).join(' ');

/** What is wrong with a block in a space of this width, or nothing. */
function wrongs(where: string, block: TextBlock | null, width: number): string[] {
  if (block === null) return [];
  const measure = realMetrics(block.face, block.size);
  const wide = block.lines
    .filter(({ text }) => measure(text) > width + 0.5)
    .map(({ text }) => `${where}: too wide: ${text}`);
  return [...(block.cut ? [`${where}: cut: ${said(block)}`] : []), ...wide];
}

describe.each(everyBoard)('$template in $language', ({ template, language }) => {
  const shapes = shapesIn(recordsOfBoard(template, language));
  const props = <Props>(type: string): { path: string; props: Props }[] =>
    shapes
      .filter((shape) => shape.type === type)
      .map((shape) => ({ path: shape.meta.template ?? '', props: shape.props as unknown as Props }));

  it('[MET5] frame title and question take one line each, beside the chips', () => {
    for (const { path, props: heading } of props<HeadingShape['props']>('heading')) {
      const { title, question, chips } = layoutHeading(heading, realMetrics);
      expect(title.lines, path).toHaveLength(1);
      expect(question.lines, path).toHaveLength(1);
      expect(wrongs(path, title, heading.w - 80), path).toEqual([]);
      expect(wrongs(path, question, heading.w - 80), path).toEqual([]);
      for (const { text, box } of chips) expect(wrongs(path, text, box.w), path).toEqual([]);
    }
  });

  it('[MET6] title and prompt of a zone fit its head, so that no language moves what stands below', () => {
    for (const frame of loadTemplate(template).frames) {
      for (const zone of frame.zones) {
        const path = `${template}/${frame.id}/${zone.id}`;
        const shape = props<ZoneShape['props']>('zone').find((found) => found.path === path);
        if (shape === undefined || zone.head === 'none') continue;
        const { title, prompt } = layoutZone(shape.props, realMetrics);
        const width = (zone.head === 'left' ? zone.headSize : zone.box.w) - 24;
        expect([...wrongs(path, title, width), ...wrongs(path, prompt, width)]).toEqual([]);
        const end = Math.max(0, ...[title, prompt].map((block) => (block === null ? 0 : block.top + block.height)));
        // A gutter, and a zone that is a head and nothing else, may fill their whole height.
        const isHeadOnly = zone.head === 'left' || (zone.headSize === 0 && zone.layout === 'none');
        const limit = isHeadOnly ? zone.box.h : zoneBody(zone, frame.paper).y - zone.box.y;
        expect(end, path).toBeLessThanOrEqual(limit);
      }
    }
  });

  it('[MET7] every label fits its box', () => {
    const wrong = props<LabelShape['props']>('label').flatMap(({ path, props: label }) =>
      wrongs(path, layoutLabel(label, realMetrics), label.w - (label.plate === 'none' ? 0 : 12)),
    );
    expect(wrong).toEqual([]);
  });
});

/** The space that the ink of a block takes, moved to where its shape stands. */
function inkBox(block: TextBlock, at: { x: number; y: number }, label: string) {
  const measure = realMetrics(block.face, block.size);
  const left = Math.min(...block.lines.map(({ x }) => x));
  const right = Math.max(...block.lines.map(({ x, text }) => x + measure(text)));
  return { label, x: at.x + left, y: at.y + block.top, w: right - left, h: block.height };
}

describe.each(everyBoard)('$template in $language', ({ template, language }) => {
  it('[MET18] no two texts of a frame touch each other, nor a starter', () => {
    for (const { id } of loadTemplate(template).frames) {
      const inFrame = shapesIn(recordsOfBoard(template, language)).filter(
        ({ parentId }) => parentId === `shape:${template}/${id}`,
      );
      const texts = inFrame.flatMap((shape) => {
        const path = shape.meta.template ?? '';
        if (shape.type === 'label' && shape.rotation === 0) {
          return [inkBox(layoutLabel(shape.props as LabelShape['props'], realMetrics), shape, path)];
        }
        if (shape.type !== 'zone') return [];
        const { title, prompt } = layoutZone(shape.props as ZoneShape['props'], realMetrics);
        return [title, prompt].flatMap((block) => (block === null ? [] : [inkBox(block, shape, path)]));
      });
      const starters = startersOf(loadTemplate(template).frames.find((frame) => frame.id === id) ?? raise(id));
      const solid = starters.map(({ zone, box }) => ({ label: `starter of ${zone.id}`, ...box }));
      const touching = texts.flatMap((a, index) =>
        [...texts.slice(index + 1), ...solid]
          .filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
          .map((b) => `${a.label} and ${b.label}`),
      );
      expect(touching).toEqual([]);
    }
  });
});

function raise(what: string): never {
  throw new Error(`no frame ${what}`);
}

describe.each(templateIds)('%s', (id) => {
  it('[MET7] no template text is smaller than its paper can carry', () => {
    for (const { paper, labels, zones } of loadTemplate(id).frames) {
      for (const { size, text } of labels) {
        // Numbers of an axis and single letters are read with what they stand beside.
        if (text.en.length > 2) expect(size, text.en).toBeGreaterThanOrEqual(floors[paper]);
      }
      for (const { titleSize, id: zone } of zones) {
        if (titleSize !== undefined) expect(titleSize, zone).toBeGreaterThanOrEqual(18);
      }
    }
  });
});

describe.each(everyBoard)('$template in $language', ({ template, language }) => {
  const shapes = shapesIn(recordsOfBoard(template, language)).filter(({ meta }) => meta.starter !== undefined);

  it('[MET8] every starter fits its form in every language', () => {
    const people = createPeople({ organisations: [], people: [], mergedOrganisations: [] }, []);
    for (const { type, id, props } of shapes) {
      if (type !== 'card') continue;
      const card = props as unknown as CardShape['props'];
      const facts = { language, people, locked: false, example: false, mirror: false, columns: [] };
      const { texts } = layoutFace(faceContent(card, facts), card, 'full', realMetrics);
      expect(texts.length, id).toBeGreaterThan(0);
      for (const { block, space } of texts) expect(wrongs(id, block, space.w)).toEqual([]);
    }
    for (const { type, id, props } of shapes) {
      if (type !== 'geo') continue;
      const { w, h, scale, richText } = props as { w: number; h: number; scale: number; richText: RichText };
      // tldraw pads a box by 16 times its scale; its own face is about a tenth wider than this one.
      const pad = 16 * scale;
      const space = { x: 0, y: 0, w: (w - 2 * pad) * 0.9, h: h - 2 * pad };
      const words = plainText(richText);
      const block = layoutBlock(words, { space, face: 'text', size: 18 * scale, leading: 1.35 }, realMetrics);
      expect(wrongs(id, block, space.w)).toEqual([]);
    }
  });
});
