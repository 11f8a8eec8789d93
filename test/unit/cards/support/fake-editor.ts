import { Box, type Computed, type Editor, type TLShape } from 'tldraw';
import { createCardActions } from '../../../../client/cards/actions/create-card-actions.ts';
import { land } from '../../../../client/cards/actions/landing.ts';
import { spotKey } from '../../../../client/cards/actions/spots.ts';
import { createSteps } from '../../../../client/cards/actions/steps.ts';
import type { TemplateId } from '../../../../shared/api/templates.ts';
import type { Records } from '../../../../shared/board/containment.ts';
import type { AnyRecord } from '../../../../shared/board/groups.ts';
import { type BoardView, viewBoard } from '../../../../shared/method/board-view.ts';
import { pageId } from '../../../../shared/method/card-records.ts';
import { furnitureRecords, templateRecords } from '../../../../shared/method/records.ts';
import { loadTemplate } from '../../../../shared/method/templates.ts';

interface Shape extends AnyRecord {
  readonly props: Readonly<Record<string, unknown>>;
}

/** One person's board without a browser: of tldraw's editor, what actions with cards ask of it. */
export class OwnBoard {
  readonly records: Map<string, AnyRecord>;
  /** Whether what is new is seen by nobody else. */
  isPrivate = false;
  readonly #template;

  constructor(templateId: TemplateId, { isSeeded = true } = {}) {
    this.#template = loadTemplate(templateId);
    const facts = { createdAtMs: 0, partnership: '', boardTitle: '', language: 'en' as const };
    const records = isSeeded ? templateRecords(this.#template, facts) : furnitureRecords(this.#template, facts);
    this.records = new Map(records.map((record) => [record.id, record]));
  }

  view(): BoardView {
    return viewBoard(this.records as unknown as Records, this.#template);
  }

  card(title: string) {
    const found = [...this.view().cards.values()].find((card) => card.title === title);
    if (found === undefined) throw new Error(`no card ${title}`);
    return found;
  }

  /** Everything that others see. */
  shared(): ReadonlyMap<string, AnyRecord> {
    return new Map([...this.records].filter(([, { meta }]) => (meta as { private?: boolean }).private !== true));
  }

  put(record: AnyRecord): void {
    const meta = { ...(record.meta as object), ...(this.isPrivate && { private: true }) };
    this.records.set(record.id, { ...record, meta });
  }

  /** As by hand: the place alone. */
  drag(id: string, middle: { readonly x: number; readonly y: number }): void {
    const record = this.records.get(id) as Shape;
    const { w, h } = record.props as { w: number; h: number };
    this.records.set(id, { ...record, x: middle.x - w / 2, y: middle.y - h / 2 });
  }

  /** As by hand, with all that follows from it. */
  letGo(ids: readonly string[], by: { readonly x: number; readonly y: number }): void {
    const view = this.view();
    const spots = [...view.cards.values(), ...view.mirrors].filter(({ shape }) => ids.includes(shape.id));
    const was = new Map(spots.map((spot) => [spot.shape.id, { ...spot.shape, spot: spotKey(spot) }]));
    for (const { shape, centre } of spots) this.drag(shape.id, { x: centre.x + by.x, y: centre.y + by.y });
    this.#steps.join((draft) => land(draft, ids, was));
  }

  get actions() {
    return createCardActions(this.#editor, this.#steps);
  }

  get #steps() {
    const view = { get: () => this.view() } as unknown as Computed<BoardView>;
    return createSteps(this.#editor, this.#template, view);
  }

  get #editor(): Editor {
    const shapes = () => [...this.records.values()].filter(({ typeName }) => typeName === 'shape') as Shape[];
    const boundsOf = (id: string) => {
      const shape = this.records.get(id) as unknown as TLShape & { readonly props: { w: number; h: number } };
      return shape && new Box(shape.x, shape.y, shape.props.w, shape.props.h);
    };
    const fake = {
      run: (action: () => void) => action(),
      markHistoryStoppingPoint: () => '',
      getIsReadonly: () => false,
      getCurrentPageId: () => pageId,
      getCollaboratorsOnCurrentPage: () => [],
      select: () => {},
      getShape: (id: string) => this.records.get(id),
      getCurrentPageShapes: shapes,
      getShapePageBounds: boundsOf,
      isShapeOrAncestorLocked: (shape: string | Shape) =>
        (typeof shape === 'string' ? this.records.get(shape) : shape)?.isLocked === true,
      getSortedChildIdsForParent: () =>
        shapes()
          .filter(({ parentId }) => parentId === pageId)
          .sort((a, b) => (String(a.index) < String(b.index) ? -1 : 1))
          .map(({ id }) => id),
      createShapes: (partials: readonly AnyRecord[]) => {
        for (const partial of partials)
          this.put({
            ...{ typeName: 'shape', isLocked: false, opacity: 1, rotation: 0, index: `b${10 + this.records.size}` },
            ...{ meta: {}, ...partial },
          });
      },
      updateShapes: (partials: readonly Shape[]) => {
        for (const { props, ...partial } of partials) {
          const record = this.records.get(partial.id) as Shape;
          this.records.set(partial.id, { ...record, ...partial, props: { ...record.props, ...props } } as Shape);
        }
      },
      deleteShapes: (ids: readonly string[]) => {
        for (const id of ids) if (this.records.get(id)?.isLocked !== true) this.records.delete(id);
      },
      store: {
        put: (records: readonly AnyRecord[]) => {
          for (const record of records) this.put(record);
        },
      },
    };
    return fake as unknown as Editor;
  }
}
