const parentCheckMs = 500;

/**
 * Between npm and its script is a shell that passes no signal on: when npm is told to end, the shell dies and leaves the
 * script behind. This makes the script notice and end as if it had been told itself, with SIGTERM.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, parentCheckMs);
  timer.unref();
}
