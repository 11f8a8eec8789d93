/**
 * Version of the wire and of the HTTP interface. A test hashes their schemas: whoever changes them decides here whether
 * an older page still understands the server (leave the number) or has to reload (raise it).
 */
export const PROTOCOL_VERSION = 1;
