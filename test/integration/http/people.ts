import { nanoid } from 'nanoid';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { Command } from '../../../shared/session/commands.ts';
import type { MadeWorkshop, TestServer } from './server.ts';

/** A facilitator's command to a workshop. */
export const give = (server: TestServer, { workshop }: MadeWorkshop, bearer: string, command: Command) =>
  server.call('POST', `/api/workshops/${workshop.id}/commands`, { body: { commandId: nanoid(), ...command }, bearer });

/** The workshop as a program sees it. */
export const look = async (server: TestServer, { workshop }: MadeWorkshop, bearer: string) =>
  GetWorkshopResponse.parse((await server.call('GET', `/api/workshops/${workshop.id}`, { bearer })).json());
