import type { FaceName } from '../faces.ts';
import { type SliceName, scriptOfSlice } from '../text/script-slices.ts';

/** A slice of a script at one weight. */
export type SliceId = `${SliceName}@${number}`;
/** A face as the document calls it. */
export type FaceId = FaceName | SliceId;

export const isSlice = (id: FaceId): id is SliceId => id.includes('@');
export const sliceOf = (id: SliceId): SliceName => id.slice(0, id.indexOf('@')) as SliceName;
export const weightOf = (id: SliceId): number => Number(id.slice(id.indexOf('@') + 1));
export const isEmojiFace = (id: FaceId): boolean => isSlice(id) && scriptOfSlice(sliceOf(id)) === 'emoji';
