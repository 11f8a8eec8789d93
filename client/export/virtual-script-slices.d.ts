/** Made by deploy/script-slices.ts: letters of many scripts, in files of this server. */
declare module 'virtual:script-slices' {
  export const slices: readonly (import('./text/script-slices.ts').Slice & { readonly url: string })[];
}
