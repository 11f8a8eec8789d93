/**
 * Version of the wire and of the HTTP interface. A test hashes their schemas: whoever changes them decides here whether
 * an older page still understands the server (leave the number) or has to reload (raise it).
 */
export const PROTOCOL_VERSION = 10;

/**
 * Name of the query parameter of a socket's address by which our page says its protocol version. Without it (stock
 * clients) none is checked; a page older than the server is closed with `oldPage`.
 */
export const VERSION_PARAMETER = 'protocol';
