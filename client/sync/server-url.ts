/** Where the server's sockets are: where the page came from. */
export const pageServerUrl = (): string => location.origin.replace(/^http/, 'ws');
