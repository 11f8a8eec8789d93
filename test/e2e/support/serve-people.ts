import { test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../../support/production-server.ts';
import type { Person } from './person.ts';

/** A server of this file's own, and people who go after each test. */
export function servePeople() {
  let server: ProductionServer;
  const people: Person[] = [];
  test.beforeAll(async () => {
    server = await startProductionServer();
  });
  test.afterAll(() => server?.stop());
  test.afterEach(async () => {
    for (const { context } of people.splice(0)) await context.close();
  });
  return {
    address: () => server.address,
    /** Somebody who has come. */
    seat(person: Person): Person {
      people.push(person);
      return person;
    },
  };
}
