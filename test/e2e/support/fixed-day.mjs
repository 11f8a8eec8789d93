/**
 * Loaded into a server before anything else: its day is then that of the reports of the tests, and its clock goes on from
 * there.
 */
const now = Date.now;
const behindMs = now() - Date.parse('2026-11-25T12:00:00Z');

Date.now = () => now() - behindMs;
globalThis.Date = new Proxy(Date, {
  construct: (real, parts) => Reflect.construct(real, parts.length === 0 ? [Date.now()] : parts),
});
