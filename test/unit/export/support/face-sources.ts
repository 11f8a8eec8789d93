import { faces } from '../../../../client/export/faces.ts';
import type { FaceSources } from '../../../../client/export/write/font-book.ts';
import { readFace } from '../../../../deploy/pdf-faces.ts';
import { readSlice, readSlices } from '../../../../deploy/script-slices.ts';

const isFace = (name: string): name is keyof typeof faces => Object.hasOwn(faces, name);

/** The faces of the packages, as a build hands them out. */
export const faceSources: FaceSources = {
  loadFace: async (name) => (isFace(name) ? readFace(name) : readSlice(name)),
  loadSlices: async () => readSlices(),
};
