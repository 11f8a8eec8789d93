import { type ComponentProps, useEffect, useRef } from 'react';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { BoardCanvas } from '../../canvas/BoardCanvas.tsx';
import { installExportHook } from '../../export/export-hook.ts';

interface ExportHookOptions {
  /** Null until the board is there. */
  readonly editor: Parameters<NonNullable<ComponentProps<typeof BoardCanvas>['onEditor']>>[0];
  readonly board: Board;
  readonly data: GetWorkshopResponse;
}

/** What takes a report of the board without anybody at the page; who comes and goes meanwhile stops no export. */
export function useExportHook({ editor, board, data }: ExportHookOptions): void {
  const latest = useRef(data);
  useEffect(() => {
    latest.current = data;
  }, [data]);
  useEffect(() => {
    if (editor === null) return;
    const options = {
      editor,
      board,
      get data() {
        return latest.current;
      },
    };
    return installExportHook(options);
  }, [editor, board]);
}
