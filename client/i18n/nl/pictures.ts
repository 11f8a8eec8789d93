import type { pictures as source } from '../en/pictures.ts';
import type { Translation } from '../message.ts';

export const pictures: Translation<typeof source> = {
  tool: 'Afbeelding',
  waiting: 'Wacht',
  sending: 'Versturen: {percent}%',
  drawing: 'Bijna klaar',
  progress: 'Voortgang van {name}',
  stop: 'Stoppen',
  retry: 'Opnieuw proberen',
  remove: 'Weghalen',
  describe: 'Beschrijven',
  described: 'Beschrijving',
  describeHint: 'Wat staat erop? Wordt voorgelezen aan wie het niet ziet.',
  done: 'Klaar',
  crop: 'Bijsnijden',
  toolbar: 'Afbeelding',
  waitingList: 'Afbeeldingen onderweg',
  'fault-offline': 'Geen verbinding. De afbeelding wacht hier.',
  'fault-busy': 'De server heeft het druk. De afbeelding wacht hier.',
  'fault-failed': 'De server nam de afbeelding niet aan. Ze wacht hier.',
  'fault-not-allowed': 'Je kunt nu geen afbeeldingen op dit bord zetten.',
  'fault-too-large': 'Deze afbeelding is groter dan 10 MB.',
  'fault-kind': 'Dit is geen PNG, JPEG, WebP of GIF.',
  'fault-broken': 'Deze afbeelding kan niet worden gelezen.',
  'fault-board-full': 'Dit bord heeft 300 afbeeldingen. Verwijder er enkele, dan is er plaats.',
};
