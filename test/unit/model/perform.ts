import * as Y from 'yjs';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { hostileUpdates } from '../rooms/hostile-updates.ts';
import { settle } from '../rooms/manual-clock.ts';
import { syncFrame } from '../rooms/peer.ts';
import { act } from './actions.ts';
import type { Attack, Command, DiskCommand, NetworkCommand } from './commands.ts';
import type { Stage } from './stage.ts';

type Garbage = Extract<Attack, { does: 'garbage' }>;
type Theft = Extract<Attack, { does: 'steal' }>;

/** @param serial a number that no other command of the schedule has */
export async function perform(stage: Stage, command: Command | Attack, serial: number): Promise<void> {
  switch (command.does) {
    case 'act': {
      const page = stage.pages.get(command.slot);
      if (page?.room.loaded.get()) act(page, command.action, command.which, serial);
      if (command.arrives) for (const line of stage.network.linesOf(command.slot)) line.arrive();
      break;
    }
    case 'flow':
      await stage.flow(command.ms);
      break;
    case 'pass':
      await stage.world.clock.pass(command.ms);
      break;
    case 'leave':
      stage.leave(command.slot, command);
      break;
    case 'open':
      stage.open(command.slot);
      break;
    case 'reload':
      if (!stage.pages.has(command.slot)) break;
      stage.leave(command.slot, command);
      stage.open(command.slot);
      break;
    case 'kill':
      await stage.server.kill(command.landed);
      if (command.starts) stage.server.start();
      break;
    case 'start':
      stage.server.start();
      break;
    case 'restart':
      void stage.server.restart();
      break;
    case 'garbage':
      sendGarbage(stage, command);
      break;
    case 'steal':
      steal(stage, command, serial);
      break;
    case 'commit':
    case 'slow-disk':
    case 'quick-disk':
    case 'accept':
    case 'refuse':
      await performOnDisk(stage, command);
      break;
    default:
      await performOnNetwork(stage, command);
  }
  await settle();
}

async function performOnDisk(stage: Stage, command: DiskCommand): Promise<void> {
  const { disk } = stage;
  switch (command.does) {
    case 'commit':
      await disk.commit(command.calls);
      break;
    case 'slow-disk':
      disk.isSlow = true;
      break;
    case 'quick-disk':
      await stage.speedUp();
      break;
    case 'refuse':
      disk.failure = command.failure;
      break;
    case 'accept':
      disk.failure = null;
      break;
  }
}

async function performOnNetwork({ network }: Stage, command: NetworkCommand): Promise<void> {
  switch (command.does) {
    case 'up':
    case 'down': {
      const line = network.linesOf(command.slot).at(command.late ? 0 : -1);
      for (let n = 0; n < command.frames; n++) {
        if (command.does === 'up') line?.stepUp();
        else line?.stepDown();
        await settle();
      }
      break;
    }
    case 'cut':
      network.linesOf(command.slot).at(-1)?.cut(command.how);
      break;
    case 'cut-all':
      for (const line of network.lines) line.cut('both');
      break;
    case 'offline':
    case 'online':
      network.setOffline(command.slot, command.does === 'offline');
      break;
  }
}

function sendGarbage(stage: Stage, { slot, which, isAnswer }: Garbage): void {
  const update = hostileUpdates[which % hostileUpdates.length]?.update;
  const line = stage.network.linesOf(slot).at(-1);
  if (update === undefined || line === undefined) return;
  stage.turnBad(slot);
  line.say(syncFrame(isAnswer ? SyncType.step2 : SyncType.update, update));
}

function steal(stage: Stage, { slot, from, which }: Theft, serial: number): void {
  const [thief, victim] = [stage.pages.get(slot), stage.pages.get(from)];
  if (!thief?.room.loaded.get() || !victim || stage.isSamePerson(slot, from)) return;
  const { clientID } = victim.doc;
  // An id under which nothing is written yet belongs to nobody.
  if (Y.getState(stage.disk.promised.store, clientID) === 0) return;
  stage.turnBad(slot);
  const own = thief.doc.clientID;
  thief.doc.clientID = clientID;
  act(thief, 'move', which, serial);
  thief.doc.clientID = own;
}
