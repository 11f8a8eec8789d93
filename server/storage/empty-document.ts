import * as Y from 'yjs';

/** A document that nobody has written in, as an update. */
export const emptyDocument = Y.encodeStateAsUpdate(new Y.Doc());
