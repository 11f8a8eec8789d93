/** What a record of an own layer says of how it is to be shown. */
export interface OwnMeta {
  /** Whether its writer was told that nobody's name will stand with it. */
  readonly anonymous: boolean;
}

interface Marked {
  readonly id: unknown;
  readonly meta?: unknown;
}

/**
 * Whether a record says that it was written without names. Its maker's page writes so with the record itself, so that it holds
 * whenever it arrives; it is never taken back.
 */
export const isPromisedAnonymous = ({ meta }: Marked): boolean =>
  (meta as Partial<OwnMeta> | undefined)?.anonymous === true;

/** The record with that promise; the same object where it bears it already. */
export const withPromise = <Made extends Marked>(record: Made): Made =>
  isPromisedAnonymous(record) ? record : { ...record, meta: { ...(record.meta as object), anonymous: true } };
