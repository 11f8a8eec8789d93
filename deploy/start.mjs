/**
 * `npm start`: sets up what is missing, then becomes the server. The server runs in this process, so signals and the exit
 * code are its own, and the arguments behind `--` reach it as they are.
 */
import { endWithNpm } from './parent.mjs';
import { runScript, setUp } from './setup.mjs';

await runScript(async () => {
  endWithNpm();
  await setUp();
  process.setSourceMapsEnabled(true);
  await import(new URL('../dist/server/main.js', import.meta.url).href);
});
