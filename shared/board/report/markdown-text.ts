/** Characters that mean something in Markdown wherever they stand. */
const special = /[\\`*[\]<|~]/g;
/** A word's own underscores mean nothing. */
const underscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const entity = /&(?=#?\w+;)/g;
/** What makes a heading, a list, a quote or a rule of a line that begins with it. */
const opening = /^(?=[#>=]|[+-](?![\p{L}\p{N}]))/u;
/** What closes a heading. */
const closing = /#(?=#*$)/;
const numbering = /^(\d{1,9})(?=[.)](?:\s|$))/;

/** Words as they are, on one line, never as Markdown or HTML; lines that people broke stay broken. */
export const inMarkdown = (text: string): string => text.trim().split(/\r?\n/).map(escapeLine).join('<br>');

function escapeLine(line: string): string {
  const escaped = line
    .trim()
    .replace(special, '\\$&')
    .replace(underscore, '\\_')
    .replace(entity, '&amp;')
    .replace(closing, '\\#')
    .replace(opening, '\\');
  const number = numbering.exec(escaped)?.[1];
  return number === undefined ? escaped : `${number}\\${escaped.slice(number.length)}`;
}
