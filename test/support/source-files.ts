import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '..', '..');

/** A file of the project; the path starts at the top level and has forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** @param extension a pattern for the end of the name; @returns files below the folders, in a stable order */
export const listFiles = (folders: readonly string[], extension: RegExp): readonly string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && extension.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1)),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

export const readSource = (path: string): SourceFile => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') });
