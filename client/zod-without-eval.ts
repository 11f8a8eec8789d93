/**
 * zod writes faster parsers with `new Function` where it may; our content security policy forbids that and the browser
 * reports the try. zod reads this object when a schema is built, so it has to be there before any schema is loaded: the
 * entry holds this and no schema.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
