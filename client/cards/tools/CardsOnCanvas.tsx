import { ChoiceDialog } from './ChoiceDialog.tsx';
import { ClusterToolbar } from './ClusterToolbar.tsx';
import { ConnectHandle, ConnectLine } from './ConnectLine.tsx';
import { DropCue } from './DropCue.tsx';
import { MoveNews } from './MoveNews.tsx';
import { RelationToolbar } from './RelationToolbar.tsx';

/** What shows on a canvas with cards while somebody works with them. */
export const CardsOnCanvas = () => (
  <>
    <DropCue />
    <ConnectHandle />
    <ConnectLine />
    <RelationToolbar />
    <ClusterToolbar />
    <ChoiceDialog />
    <MoveNews />
  </>
);
