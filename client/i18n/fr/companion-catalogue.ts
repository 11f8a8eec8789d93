import { attention } from './attention.ts';
import { breakouts } from './breakouts.ts';
import { fr } from './catalogue.ts';
import { companion } from './companion.ts';
import { floor } from './floor.ts';
import { privateWriting } from './private-writing.ts';
import { reactions } from './reactions.ts';
import { run } from './run.ts';
import { said } from './said.ts';
import { session } from './session.ts';
import { timer } from './timer.ts';
import { voting } from './voting.ts';

export const frCompanion = {
  ...fr,
  attention,
  breakouts,
  companion,
  floor,
  privateWriting,
  reactions,
  run,
  said,
  session,
  timer,
  voting,
};
