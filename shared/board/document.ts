import type * as Y from 'yjs';

/**
 * Layout of a board's document. Root map `records`: record id → one map of groups, so that concurrent edits of different
 * aspects of a record both survive. Root map `schema`: tldraw's serialised schema, written by the server alone.
 */
export type Groups = Y.Map<unknown>;

export const recordsOf = (doc: Y.Doc): Y.Map<Groups> => doc.getMap<Groups>('records');
export const schemaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<unknown>('schema');
