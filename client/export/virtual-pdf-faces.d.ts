/** Made by deploy/pdf-faces.ts: the address of each face as a TrueType file of this server. */
declare module 'virtual:pdf-faces' {
  export const faceUrls: Readonly<Record<import('./faces.ts').FaceName, string>>;
}
