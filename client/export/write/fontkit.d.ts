/** The font engine inside pdfkit, which brings no types; what we use of it stands in pdf-document.ts. */
declare module 'fontkit' {
  export function create(bytes: Uint8Array): unknown;
}
