import type { FaceName } from '../faces.ts';
import type { FaceSources } from './font-book.ts';

/** Faces of this server. The list of slices comes with the first letter that needs it. */
export function fetchFaces(faceUrls: Readonly<Record<FaceName, string>>): FaceSources {
  const slices = () => import('virtual:script-slices').then((module) => module.slices);
  return {
    loadSlices: slices,
    async loadFace(face) {
      const url =
        face in faceUrls ? faceUrls[face as FaceName] : (await slices()).find(({ name }) => name === face)?.url;
      if (url === undefined) throw new Error(`there is no font ${face}`);
      const response = await fetch(url);
      if (!response.ok) throw new Error(`font ${face} answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
