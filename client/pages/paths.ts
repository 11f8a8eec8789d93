import type { BoardId, WorkshopId } from '../../shared/protocol/ids.ts';

/** Addresses of the pages. `routes.tsx` holds the patterns they match. */
export const homePath = '/';
export const joinPath = (token: string): string => `/join#${token}`;
export const workshopPath = (id: WorkshopId): string => `/workshop/${id}`;
export const boardPath = (workshopId: WorkshopId, id: BoardId): string => `/workshop/${workshopId}/board/${id}`;
