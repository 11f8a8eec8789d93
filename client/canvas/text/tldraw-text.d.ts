declare module 'tldraw-text:area' {
  export { RichTextArea } from 'tldraw';
}
declare module 'tldraw-text:toolbar' {
  export { DefaultRichTextToolbar } from 'tldraw';
}
declare module 'tldraw-text:extensions' {
  export { tipTapDefaultExtensions } from 'tldraw';
}
