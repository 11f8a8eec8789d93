import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { TableView } from '../../cards/table/TableView.tsx';
import { exportFileName } from '../../export/file-name.ts';
import { saveFile } from '../../export/save-file.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';

interface BoardTableProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
}

/** The table of a board; what is taken from it is called after workshop and board. */
export function BoardTable({ data, board }: BoardTableProps) {
  const { language } = useLanguage();
  const download = (csv: string, label: string) => {
    const names = { workshop: data.workshop.title, board: `${board.title} - ${label}` };
    const fileName = exportFileName({ ...names, atMs: Date.now(), language }, 'csv');
    saveFile(new TextEncoder().encode(csv), fileName, 'text/csv;charset=utf-8');
  };
  return <TableView onDownload={download} />;
}
