import { useState } from 'react';
import { type FileLeftOut, leftOutHeader, readLeftOut } from '../../../shared/api/boards.ts';
import type { Failure } from '../../api/call.ts';
import { fetchFile } from '../../api/fetch-file.ts';
import { saveFile } from '../save-file.ts';

/** A file that somebody asked for. Those of two boards may have the same name; its address tells one from the other. */
export type DataFile = { readonly href: string; readonly name: string } & (
  | { readonly status: 'working' }
  | { readonly status: 'made'; readonly leftOut: FileLeftOut }
  | { readonly status: 'failed'; readonly failure: Failure }
);

/** Downloads files that the server writes, and tells what came of it. What is under way goes on without the dialog. */
export function useDataFiles(): {
  readonly files: readonly DataFile[];
  readonly download: (href: string, name: string) => void;
} {
  const [files, setFiles] = useState<readonly DataFile[]>([]);
  const say = (file: DataFile): void => setFiles((known) => [...known.filter(({ href }) => href !== file.href), file]);
  const download = (href: string, name: string): void => {
    say({ href, name, status: 'working' });
    void take(href, name).then(say);
  };
  return { files, download };
}

async function take(href: string, name: string): Promise<DataFile> {
  const answer = await fetchFile(
    href,
    async (response) => ({ content: await response.blob(), leftOut: readLeftOut(response.headers.get(leftOutHeader)) }),
    new AbortController().signal,
  );
  if (!answer.ok) return { href, name, status: 'failed', failure: answer.failure };
  const { content, leftOut } = answer.value;
  saveFile(content, name, content.type);
  return { href, name, status: 'made', leftOut };
}
