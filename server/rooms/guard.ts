import type * as Y from 'yjs';
import { Bytes } from './guard/bytes.ts';
import { readDeletes } from './guard/deletions.ts';
import { Effort } from './guard/effort.ts';
import { Lists } from './guard/lists.ts';
import { HeldDocument } from './guard/places.ts';
import { type GuardReason, Refusal, refuse } from './guard/refusal.ts';
import { type GuardLimits, readStructs } from './guard/structs.ts';
import { Walk } from './guard/walk.ts';

/** For edits as they are made. */
export const updateLimits: GuardLimits = {
  structsMax: 50_000,
  clientsMax: 20_000,
  newClientsMax: 64,
  deleteRangesMax: 50_000,
  marksMax: 32,
  effortMaxNs: 30_000_000,
};

/** For what a client brings along when it connects: weeks offline, or the board of a server that lost its disk. */
export const syncStep2Limits: GuardLimits = {
  structsMax: 400_000,
  clientsMax: 50_000,
  newClientsMax: 512,
  deleteRangesMax: 400_000,
  marksMax: 32,
  effortMaxNs: 200_000_000,
};

export type GuardResult =
  | {
      readonly status: 'legal';
      /** Whether applying it would change anything. */
      readonly isNews: boolean;
      /** Yjs clients under whose ids it brings something new. */
      readonly writers: readonly number[];
    }
  | { readonly status: 'refused'; readonly reason: GuardReason };

/**
 * Walks a Yjs V1 update before Yjs does, with bounded cost, and lets through what a client of these documents can have
 * written: known types in their places (records → groups → one rich text), nothing that depends on what is not there,
 * nothing oversized. What the document holds already is passed over, whoever sends it. V2 is never read.
 * Changes nothing.
 */
export function checkUpdate(doc: Y.Doc, update: Uint8Array, limits: GuardLimits): GuardResult {
  try {
    return check(new HeldDocument(doc), new Bytes(update), limits);
  } catch (error) {
    if (error instanceof Refusal) return { status: 'refused', reason: error.reason };
    throw error;
  }
}

function check(held: HeldDocument, bytes: Bytes, limits: GuardLimits): GuardResult {
  const effort = new Effort(limits.effortMaxNs);
  const lists = new Lists(held, effort);
  const walk = new Walk(held, lists, limits, readStructs(bytes, limits));
  const writers = walk.run();
  if (writers.length > limits.newClientsMax) refuse('too-many-clients');
  const deletesSomething = readDeletes(bytes, { held, lists, walk, effort }, limits);
  if (bytes.left > 0) refuse('trailing-bytes');
  return { status: 'legal', isNews: writers.length > 0 || deletesSomething, writers };
}
