import { describe, expect, it } from 'vitest';
import { createAcks } from '../../../client/sync/acks.ts';
import { reconnectDelayMs } from '../../../client/sync/backoff.ts';

describe('[SYN1] what counts as saved', () => {
  it('[SYN1] nothing before the answer to the first sync step is acknowledged', () => {
    const acks = createAcks();
    acks.connected();
    expect(acks.isSaved()).toBe(false);
    acks.sent();
    expect(acks.isSaved()).toBe(false);
    acks.acknowledged(1);
    expect(acks.isSaved()).toBe(true);
    expect(acks.hasUnsaved()).toBe(false);
  });

  it('[SYN1] an edit is unsaved from the moment it is made until its own frame is acknowledged', () => {
    const acks = createAcks();
    acks.connected();
    acks.sent();
    acks.acknowledged(1);
    acks.edited();
    expect(acks.isSaved()).toBe(false);
    acks.acknowledged(1);
    expect(acks.hasUnsaved()).toBe(true);
    acks.sent();
    acks.acknowledged(1);
    expect(acks.isSaved()).toBe(false);
    acks.acknowledged(2);
    expect(acks.isSaved()).toBe(true);
  });

  it('[SYN2] a connection that ends leaves its edits in doubt until the next one has answered and been acknowledged', () => {
    const acks = createAcks();
    acks.connected();
    acks.sent();
    acks.acknowledged(1);
    acks.edited();
    acks.sent();
    acks.disconnected();
    expect(acks.hasUnsaved()).toBe(true);
    acks.connected();
    acks.acknowledged(2);
    expect(acks.hasUnsaved()).toBe(true);
    acks.sent();
    expect(acks.hasUnsaved()).toBe(true);
    acks.acknowledged(1);
    expect(acks.hasUnsaved()).toBe(false);
    expect(acks.isSaved()).toBe(true);
  });

  it('[SYN2] without edits a lost connection leaves nothing in doubt, and nothing saved is claimed before the next ack', () => {
    const acks = createAcks();
    acks.connected();
    acks.sent();
    acks.acknowledged(1);
    acks.disconnected();
    expect(acks.hasUnsaved()).toBe(false);
    expect(acks.isSaved()).toBe(false);
  });
});

describe('[SYN23] which edits are durable', () => {
  it('[SYN23] those in frames that were acknowledged, in the order of sending, over all connections', () => {
    const acks = createAcks();
    acks.connected();
    acks.sent();
    acks.edited();
    acks.edited();
    acks.sent();
    acks.edited();
    expect([acks.edits, acks.editsSent, acks.editsDurable]).toEqual([3, 2, 0]);
    acks.sent();
    acks.acknowledged(1);
    expect(acks.editsDurable).toBe(0);
    acks.acknowledged(2);
    expect([acks.editsSent, acks.editsDurable]).toEqual([3, 2]);
    acks.disconnected();
    acks.connected();
    expect(acks.editsDurable).toBe(2);
    acks.sent();
    acks.acknowledged(1);
    expect(acks.editsDurable).toBe(3);
  });

  it('[SYN13] what was read from a copy is in doubt like an edit', () => {
    const acks = createAcks();
    acks.doubt();
    expect(acks.hasUnsaved()).toBe(true);
    acks.connected();
    acks.sent();
    expect(acks.isSaved()).toBe(false);
    acks.acknowledged(1);
    expect([acks.hasUnsaved(), acks.isSaved()]).toEqual([false, true]);
  });
});

it('[SYN3] waits before reconnecting are spread over the whole span, which doubles up to a limit', () => {
  expect(reconnectDelayMs(0, 0)).toBe(0);
  expect(reconnectDelayMs(0, 1)).toBe(1_600);
  expect(reconnectDelayMs(1, 0.5)).toBe(1_600);
  expect(reconnectDelayMs(50, 1)).toBe(15_000);
});
