import { useMemo, useState } from 'react';
import { type CardKind, cardKinds } from '../../../../shared/method/cards/kinds.ts';
import { kindWords } from '../../../../shared/method/words/kinds.ts';
import { putText } from '../../../canvas/paste-content.ts';
import type { SheetRequest } from '../../../canvas/ui/sheet-request.ts';
import { useMethod } from '../../../cards/method.ts';
import { PasteDialog } from '../../../cards/table/PasteDialog.tsx';
import { type PastePlan, readHeadings } from '../../../cards/table/paste-rows.ts';
import { rowsOf } from '../../../cards/table/rows.ts';
import { readHtmlTable, readTabbed, type Sheet } from '../../../cards/table/spreadsheet.ts';
import { useRowReader, useTableActions } from '../../../cards/table/use-table.ts';
import { placesFor } from '../../../cards/tools/places.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';

interface SheetDialogProps {
  readonly request: SheetRequest;
  readonly onClose: () => void;
}

/** Asks what rows of a spreadsheet become: cards or one text. */
export function SheetDialog({ request, onClose }: SheetDialogProps) {
  const t = useText();
  const method = useMethod();
  const { editor, language } = method;
  const [kind, setKind] = useState<CardKind>(() => kindInView(method));
  const [isMapping, setIsMapping] = useState(false);
  const sheet = useMemo(() => readHtmlTable(request.html) ?? readTabbed(request.text), [request]);
  const count = sheet.length - (readHeadings(sheet, kind).headings === null ? 0 : 1);
  const asText = () => {
    onClose();
    editor.getContainer().focus();
    void putText(editor, { text: request.text, point: request.point });
  };
  if (isMapping) return <CardsOf kind={kind} sheet={sheet} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('tools.sheetTitle', { count: sheet.length })} text={t('tools.sheetText')}>
      <DialogBody>
        <Field label={t('tools.sheetKind')}>
          {(control) => (
            <Select
              {...control}
              options={cardKinds.map((value) => ({ value, label: kindWords[value].name[language] }))}
              value={kind}
              onChange={setKind}
            />
          )}
        </Field>
      </DialogBody>
      <DialogFooter>
        <Button look="line" onClick={asText}>
          {t('tools.sheetAsText')}
        </Button>
        <Button look="primary" onClick={() => setIsMapping(true)}>
          {t('tools.sheetAsCards', { count })}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

type Method = ReturnType<typeof useMethod>;

/** Zones of the frame in view, in their order. */
function zonesInView({ editor, view }: Method) {
  const { x, y } = editor.getViewportPageBounds().center;
  const isSeen = ({ shape }: { readonly shape: { x: number; y: number; props: { w: number; h: number } } }) =>
    x >= shape.x && x <= shape.x + shape.props.w && y >= shape.y && y <= shape.y + shape.props.h;
  return view.get().frames.find(isSeen)?.frame;
}

/** What the frame in view is for. */
const kindInView = (method: Method): CardKind =>
  zonesInView(method)?.zones.find(({ cardKind }) => cardKind !== null)?.cardKind ?? 'idea';

interface CardsOfProps {
  readonly kind: CardKind;
  readonly sheet: Sheet;
  readonly onClose: () => void;
}

/** The columns and what they become, as in the table of cards. */
function CardsOf({ kind, sheet, onClose }: CardsOfProps) {
  const method = useMethod();
  const reader = useRowReader();
  const actions = useTableActions();
  const cards = useMemo(() => rowsOf(method.view.get(), kind, reader), [method, kind, reader]);
  const bring = (plan: PastePlan) => {
    const { editor } = method;
    const frame = zonesInView(method)?.id;
    const zone = placesFor(method, kind).find(({ frameId }) => frameId === frame);
    const { x, y } = editor.getViewportPageBounds().center;
    const mark = editor.markHistoryStoppingPoint('rows of a spreadsheet');
    if (plan.changes.length > 0) actions.change(plan.changes);
    const made = plan.rows.map(({ title, fields }) => ({ kind, title, fields }));
    if (made.length > 0) method.actions.createMany(made, zone === undefined ? { point: { x, y } } : { zone });
    editor.squashToMark(mark);
    onClose();
    editor.getContainer().focus();
  };
  return (
    <PasteDialog
      kind={kind}
      sheet={sheet}
      organisationId={actions.organisationId}
      cards={cards}
      room={actions.room()}
      onBring={bring}
      onClose={onClose}
    />
  );
}
