import type { FaceName } from '../faces.ts';
import type { WriteRequest, WriteResponse } from './worker-messages.ts';
import { writePdf } from './write-pdf.ts';

const post = (response: WriteResponse, transfer: Transferable[] = []): void => self.postMessage(response, { transfer });

self.addEventListener('message', (event: MessageEvent<WriteRequest>) => {
  // An error that only the worker sees looks like a job that never ends.
  answer(event.data).catch((error: unknown) => post({ type: 'failed', reason: String(error) }));
});

async function answer({ list, faceUrls }: WriteRequest): Promise<void> {
  const written = await writePdf(list, {
    loadFace: (face) => fetchFace(face, faceUrls[face]),
    onPage: (index) => post({ type: 'page', index }),
  });
  post({ type: 'written', ...written }, [written.bytes.buffer]);
}

async function fetchFace(face: FaceName, url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`font ${face} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
