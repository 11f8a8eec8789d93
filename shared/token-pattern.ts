/** What a link holds behind its #. Apart from the schemas, for what comes before the script that knows them. */
export const tokenPattern = /^[A-Za-z0-9_-]{43}$/;
