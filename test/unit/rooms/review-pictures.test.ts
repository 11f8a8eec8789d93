import { nanoid } from 'nanoid';
import { describe, expect, it } from 'vitest';
import { imagePath } from '../../../shared/api/images.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { ImageId } from '../../../shared/protocol/ids.ts';
import { shape } from '../board/support/records.ts';
import { ann, ben, documentRecord, fay, Lab, page } from './review-lab.ts';

const src = imagePath(ImageId.parse(nanoid()));

const asset = (props: Readonly<Record<string, unknown>> = {}, id = 'asset:a'): AnyRecord =>
  ({
    ...{ typeName: 'asset', type: 'image', id, meta: {} },
    props: { w: 40, h: 30, name: 'well.png', isAnimated: false, mimeType: 'image/png', src, ...props },
  }) as unknown as AnyRecord;

const picture = (assetId = 'asset:a'): AnyRecord =>
  shape('picture', 'image', { props: { w: 40, h: 30, assetId } }) as unknown as AnyRecord;

const board = () => new Lab([documentRecord, page()]);

describe('pictures that people put on a board', () => {
  it('[IMG5] everybody who may edit puts up pictures of this server, and who did is stamped by the server', () => {
    const lab = board();
    expect(lab.edit(ann, (replica) => replica.add(asset({ fileSize: 4_000_000 }), picture())).putBack).toEqual([]);
    expect(lab.get('asset:a')).toMatchObject({ props: { src }, meta: { author: ann.participantId } });
    expect(lab.edit(fay, (replica) => replica.add(asset({}, 'asset:b'))).putBack).toEqual([]);
  });

  it.each([
    ['an address elsewhere', { src: 'https://example.org/a.png' }],
    ['an address elsewhere that ends like ours', { src: `https://example.org${src}` }],
    ['a protocol-relative address', { src: `//example.org${src}` }],
    ['another path of ours', { src: '/api/workshops' }],
    ['a path with something behind it', { src: `${src}?a=1` }],
    ['the picture itself', { src: 'data:image/png;base64,iVBORw0KGgo=' }],
    ['nothing', { src: null }],
    ['an SVG', { mimeType: 'image/svg+xml' }],
    ['no type', { mimeType: null }],
    ['no width', { w: 0 }],
    ['more height than is kept', { h: 5_000 }],
    ['an endless name', { name: 'x'.repeat(301) }],
    ['anything beside', { more: 'x' }],
  ])('[IMG6] an asset that says %s is taken back, whoever made it', (_what, props) => {
    for (const actor of [ann, fay]) {
      const lab = board();
      expect(lab.edit(actor, (replica) => replica.add(asset(props))).putBack).toEqual([
        { id: 'asset:a', reason: 'invalid' },
      ]);
      expect(lab.review.records.has('asset:a')).toBe(false);
    }
  });

  it('[IMG6] neither a video nor a web page is taken as an asset', () => {
    for (const type of ['video', 'bookmark']) {
      const lab = board();
      const other = { ...asset(), type } as AnyRecord;
      expect(lab.edit(ann, (replica) => replica.add(other)).putBack).toEqual([{ id: 'asset:a', reason: 'invalid' }]);
    }
  });

  it('[IMG7] a participant changes and deletes no asset, not even an own one: other shapes may show it', () => {
    const lab = board();
    lab.edit(ann, (replica) => replica.add(asset()));
    for (const actor of [ann, ben]) {
      expect(lab.edit(actor, (replica) => replica.remove('asset:a')).putBack).toEqual([
        { id: 'asset:a', reason: 'not-yours' },
      ]);
      const other = imagePath(ImageId.parse(nanoid()));
      const change = { props: { ...(asset().props as object), src: other } };
      expect(lab.edit(actor, (replica) => replica.change('asset:a', change)).putBack).toEqual([
        { id: 'asset:a', reason: 'not-yours' },
      ]);
    }
    expect(lab.get('asset:a')).toMatchObject({ props: { src } });
  });

  it('[IMG7] a facilitator points an asset to another picture of this server and to nothing else', () => {
    const lab = board();
    lab.edit(ann, (replica) => replica.add(asset()));
    const to = (src: string) => ({ props: { ...(asset().props as object), src } });
    const other = imagePath(ImageId.parse(nanoid()));
    expect(lab.edit(fay, (replica) => replica.change('asset:a', to(other))).putBack).toEqual([]);
    expect(lab.edit(fay, (replica) => replica.change('asset:a', to('https://example.org/a.png'))).putBack).toEqual([
      { id: 'asset:a', reason: 'invalid' },
    ]);
    expect(lab.get('asset:a')).toMatchObject({ props: { src: other } });
  });

  it('[IMG7] what a file brought with the picture in it stays as it is, and comes back as it was', () => {
    const lab = board();
    const brought = asset({ src: 'data:image/png;base64,iVBORw0KGgo=' });
    expect(lab.edit(null, (replica) => replica.add(brought)).putBack).toEqual([]);
    expect(lab.edit(fay, (replica) => replica.remove('asset:a')).putBack).toEqual([]);
    expect(lab.edit(fay, (replica) => replica.add(brought)).putBack).toEqual([]);
    expect(lab.get('asset:a')).toMatchObject({ props: { src: 'data:image/png;base64,iVBORw0KGgo=' } });
  });
});
