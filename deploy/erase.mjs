/** `npm run erase -- <workshop>`: sets up what is missing, then erases a workshop for good; see server/erase.ts. */
import { runScript, setUp } from './setup.mjs';

await runScript(async () => {
  await setUp();
  process.setSourceMapsEnabled(true);
  await import(new URL('../dist/server/erase.js', import.meta.url).href);
});
