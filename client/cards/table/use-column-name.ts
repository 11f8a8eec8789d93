import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { fieldColumns } from '../../../shared/method/words/field-columns.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { useMethod } from '../method.ts';
import { type ColumnId, isField } from './columns.ts';

/** What stands at the head of a column. */
export function useColumnName(kind: CardKind): (column: ColumnId) => string {
  const t = useText();
  const { language } = useMethod();
  return (column) => {
    if (isField(column)) return fieldColumns[column][language];
    return column === 'title' ? kindWords[kind].name[language] : t(`table.${column}`);
  };
}
