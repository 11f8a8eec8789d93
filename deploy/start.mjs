/**
 * `npm start`: sets up what is missing, then becomes the server. The server runs in this process, so signals and the exit
 * code are its own, and the arguments behind `--` reach it as they are.
 */
import { runScript, setUp } from './setup.mjs';

const parentCheckMs = 500;

await runScript(async () => {
  await setUp();
  if (process.env.npm_lifecycle_event !== undefined) endWithParent();
  process.setSourceMapsEnabled(true);
  await import(new URL('../dist/server/main.js', import.meta.url).href);
});

/** Between npm and us is a shell that passes no signal on: when npm is told to end, it dies and would leave us behind. */
function endWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, parentCheckMs);
  timer.unref();
}
