/** Brings no types. */
interface HyphenRules {
  /** @returns the text with `hyphenChar` where a line may end within a word */
  hyphenateSync(text: string, options: { readonly hyphenChar: string }): string;
}
declare module 'hyphen/en-gb/index.js' {
  const rules: HyphenRules;
  export default rules;
}
declare module 'hyphen/nl/index.js' {
  const rules: HyphenRules;
  export default rules;
}
declare module 'hyphen/fr/index.js' {
  const rules: HyphenRules;
  export default rules;
}
declare module 'hyphen/de-1996/index.js' {
  const rules: HyphenRules;
  export default rules;
}
