import { lazyPart } from '../../ui/lazy-part.ts';

/** What a board does not wait for: each comes when it is first shown, or once the page is at rest. */

const loadExportDialog = async () => ({ default: (await import('../../export/ExportDialog.tsx')).ExportDialog });
export const ExportDialog = lazyPart(loadExportDialog);
export const BoardPicture = lazyPart(async () => ({ default: (await import('./BoardPicture.tsx')).BoardPicture }));
const loadShareDialog = async () => ({ default: (await import('./ShareDialog.tsx')).ShareDialog });
export const ShareDialog = lazyPart(loadShareDialog);
const loadPeopleDrawer = async () => ({ default: (await import('./PeopleDrawer.tsx')).PeopleDrawer });
export const PeopleDrawer = lazyPart(loadPeopleDrawer, { ahead: true });
const loadPrivateWriting = () => import('./PrivateWriting.tsx');
export const PrivateWriting = lazyPart(async () => ({ default: (await loadPrivateWriting()).PrivateWriting }));
export const PrivateWritingNews = lazyPart(async () => ({ default: (await loadPrivateWriting()).PrivateWritingNews }));
export const RunOnBoard = lazyPart(async () => ({ default: (await import('./run/RunOnBoard.tsx')).RunOnBoard }));
export const RunNews = lazyPart(async () => ({ default: (await import('./run/RunNews.tsx')).RunNews }));
export const Decision = lazyPart(async () => ({ default: (await import('./decision/Decision.tsx')).Decision }));
export const Attention = lazyPart(async () => ({ default: (await import('./attention/Attention.tsx')).Attention }));
export const Reactions = lazyPart(async () => ({ default: (await import('./reactions/Reactions.tsx')).Reactions }));
export const FloorNews = lazyPart(async () => ({ default: (await import('./attention/FloorNews.tsx')).FloorNews }));
export const LocksOnBoard = lazyPart(async () => ({
  default: (await import('./locks/LocksOnBoard.tsx')).LocksOnBoard,
}));
export const Voting = lazyPart(async () => ({ default: (await import('./voting/Voting.tsx')).Voting }));
export const VotingNews = lazyPart(async () => ({ default: (await import('./voting/VotingNews.tsx')).VotingNews }));
/** Ahead: a server of another version may no longer have this page's parts when it says so. */
const loadEndedState = async () => ({ default: (await import('./EndedState.tsx')).EndedState });
export const EndedState = lazyPart(loadEndedState, { ahead: true });
export const FullState = lazyPart(async () => ({ default: (await import('./FullState.tsx')).FullState }));
export const FullBanner = lazyPart(async () => ({ default: (await import('./FullState.tsx')).FullBanner }));
export const GuestsBanner = lazyPart(async () => ({ default: (await import('./GuestsBanner.tsx')).GuestsBanner }));
export const ExampleBanner = lazyPart(async () => ({ default: (await import('./ExampleBanner.tsx')).ExampleBanner }));
export const ClosedBanner = lazyPart(async () => ({ default: (await import('../ClosedBanner.tsx')).ClosedBanner }));
