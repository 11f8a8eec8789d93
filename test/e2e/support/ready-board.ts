import { type Browser, expect } from '@playwright/test';
import type { TemplateId } from '../../../shared/api/templates.ts';
import { createBoard, createWorkshop, joinAsProgram } from '../../support/api.ts';
import { listen } from './listen.ts';
import { arrive, boardIsThere, type Person, type PersonOptions } from './person.ts';

/** A board that a program made, for tests that are about what happens on it. */
export interface ReadyBoard {
  /** From the server's root. */
  readonly path: string;
  /** By the server's own address. */
  readonly link: string;
  /** Of the workshop's links. */
  readonly tokens: { readonly facilitator: string; readonly participant: string; readonly viewer: string };
}

const people = {
  Fatima: { role: 'facilitator', organisation: 'City of Merelbrugge' },
  Anna: { role: 'participant', organisation: 'De Schakel Food Aid' },
  Jonas: { role: 'participant', organisation: 'Korf Supermarkets' },
  Vera: { role: 'viewer', organisation: 'Lumen Fund' },
} as const;

/** The only board of the workshop Full Plates. @param title that of the template when left out */
export async function readyBoard(address: string, template: TemplateId, title?: string): Promise<ReadyBoard> {
  const { workshop, invites } = await createWorkshop(address, 'Full Plates');
  const { facilitator, participant, viewer } = invites;
  // Of Fatima's organisation, so that hers has the first colour.
  const program = await joinAsProgram(address, facilitator.token, 'Program', people.Fatima.organisation);
  const board = await createBoard(program, workshop.id, template, title);
  return {
    path: `/workshop/${workshop.id}/board/${board}`,
    link: participant.url,
    tokens: { facilitator: facilitator.token, participant: participant.token, viewer: viewer.token },
  };
}

/** Lets somebody in with the request that the join page sends. @param address where this person reaches the server */
export async function takePart(
  { context }: Person,
  address: string,
  token: string,
  name: string,
  organisation: string,
): Promise<void> {
  const answer = await context.request.post(`${address}/api/sessions`, {
    headers: { origin: address },
    data: { token, name, organisation },
  });
  expect(answer.status()).toBe(201);
}

/** Somebody beyond the people of the examples, at a browser of their own, on the board. */
export async function comeAs(
  browser: Browser,
  address: string,
  { path, tokens }: ReadyBoard,
  who: { readonly name: string; readonly organisation: string; readonly role?: keyof ReadyBoard['tokens'] },
  options: PersonOptions = {},
): Promise<Person> {
  const person = await arrive(browser, address, options);
  await takePart(person, address, tokens[who.role ?? 'participant'], who.name, who.organisation);
  await person.page.goto(path);
  await boardIsThere(person.page);
  return person;
}

/** Opens the board as one of the people of the examples. */
export async function openAs(
  person: Person,
  address: string,
  { path, tokens }: ReadyBoard,
  name: keyof typeof people,
): Promise<void> {
  const { role, organisation } = people[name];
  await takePart(person, address, tokens[role], name, organisation);
  await person.page.goto(path);
}

/** One of the people of the examples at a browser of their own, on the board; what is read out to them is kept. */
export async function come(
  browser: Browser,
  address: string,
  board: ReadyBoard,
  name: keyof typeof people,
  options: PersonOptions = {},
): Promise<Person> {
  const person = await arrive(browser, address, options);
  await listen(person.page);
  await openAs(person, address, board, name);
  await boardIsThere(person.page);
  return person;
}
