import type { AnyRecord } from '../../../shared/board/groups.ts';
import { isLegalRichText, type RichText } from '../../../shared/board/rich-text.ts';

/** Records of the documents that this canvas cannot show: made by a newer page, damaged, or hostile. */
export interface Quarantine {
  ids(): readonly string[];
  add(id: string, reason: unknown): void;
  /** The record is fine again, or gone. */
  release(id: string): void;
  /** @returns what `read` gives; undefined, with the record put under quarantine, where it throws or cannot be drawn. */
  unless(id: string, read: () => AnyRecord | undefined): AnyRecord | undefined;
}

export function createQuarantine(onChange: (ids: readonly string[]) => void): Quarantine {
  const held = new Map<string, unknown>();
  const ids = () => [...held.keys()];
  const add = (id: string, reason: unknown) => {
    if (held.has(id)) return;
    held.set(id, reason);
    onChange(ids());
  };
  return {
    ids,
    add,
    release(id) {
      if (held.delete(id)) onChange(ids());
    },
    unless(id, read) {
      try {
        const record = read();
        const text = (record?.props as { richText?: RichText } | undefined)?.richText;
        if (text !== undefined && !isLegalRichText(text)) throw new Error('text that nobody can draw');
        return record;
      } catch (reason) {
        add(id, reason);
        return undefined;
      }
    },
  };
}
