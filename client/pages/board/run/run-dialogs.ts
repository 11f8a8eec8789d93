/** What whoever leads a session is asked; one at a time. */
const runDialogs = ['timer', 'run', 'end-run', 'agenda'] as const;
export type RunDialog = (typeof runDialogs)[number];

export const isRunDialog = (dialog: string | null): dialog is RunDialog => runDialogs.some((one) => one === dialog);
