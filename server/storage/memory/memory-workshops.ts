import type { WorkshopStore } from '../workshop-store.ts';
import { boardMethods } from './memory-boards.ts';
import { addInvite, insistNewInvite, inviteMethods } from './memory-invites.ts';
import { organisationMethods, organisationNamed } from './memory-organisations.ts';
import { peopleMethods } from './memory-people.ts';
import { createMemorySessionStates } from './memory-session-states.ts';
import { sessionMethods } from './memory-sessions.ts';
import { insist, type Of, type Rows } from './rows.ts';

/** Workshops as plainly as they can be said. No call awaits anything, so each is atomic. */
export function createMemoryWorkshops(rows: Rows): WorkshopStore {
  const boards = boardMethods(rows);
  return {
    ...workshopMethods(rows),
    ...organisationMethods(rows),
    ...peopleMethods(rows),
    ...inviteMethods(rows),
    ...sessionMethods(rows),
    ...boards,
    ...reportMethods(rows),
    ...createMemorySessionStates(
      (id) => insist(rows.workshops.has(id), 'no such workshop'),
      ({ made, behind }) => {
        for (const board of made.toReversed()) void boards.createBoard(board, behind);
      },
    ),
  };
}

function workshopMethods(rows: Rows): Of<'createWorkshop' | 'copyWorkshop' | 'getWorkshop' | 'updateWorkshop'> {
  return {
    createWorkshop: async (workshop, invites, organisations) => {
      insist(!rows.workshops.has(workshop.id), 'workshop exists');
      for (const invite of invites) insistNewInvite(rows, invite);
      for (const { id } of organisations) insist(!rows.organisations.has(id), 'organisation exists');
      rows.workshops.set(workshop.id, { ...workshop });
      for (const invite of invites) addInvite(rows, workshop.id, invite, workshop.createdAtMs);
      for (const { id, name } of organisations) organisationNamed(rows, workshop.id, id, name);
    },
    copyWorkshop: async (workshop, invites, organisations, boards, look) => {
      insist(!rows.workshops.has(workshop.id), 'workshop exists');
      for (const invite of invites) insistNewInvite(rows, invite);
      for (const { id } of organisations) insist(!rows.organisations.has(id), 'organisation exists');
      for (const { id } of boards) insist(!rows.boards.has(id), 'board exists');
      const workshopId = workshop.id;
      rows.workshops.set(workshopId, { ...workshop });
      for (const invite of invites) addInvite(rows, workshopId, invite, workshop.createdAtMs);
      for (const row of organisations) rows.organisations.set(row.id, { ...row, workshopId, mergedInto: null });
      for (const board of boards) rows.boards.set(board.id, { ...board, workshopId });
      rows.looks.set(workshopId, look);
    },
    getWorkshop: async (id) => rows.workshops.get(id) ?? null,
    updateWorkshop: async (id, { title, language }) => {
      const workshop = rows.workshops.get(id);
      if (workshop === undefined) return null;
      const changed = {
        ...workshop,
        ...(title !== undefined && { title }),
        ...(language !== undefined && { language }),
      };
      rows.workshops.set(id, changed);
      return changed;
    },
  };
}

function reportMethods(rows: Rows): Of<'getReportLook' | 'setReportLook'> {
  return {
    getReportLook: async (id) => rows.looks.get(id) ?? { accent: null, logo: null },
    setReportLook: async (id, { accent, logo }) => {
      insist(rows.workshops.has(id), 'no such workshop');
      rows.looks.set(id, { accent, logo });
    },
  };
}
