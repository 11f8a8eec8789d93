/** Shorter than the names that every file system takes, with room for a number and an ending. Bytes of UTF-8. */
const longest = 200;
// What Windows, macOS or Linux refuse in a name, and control signs.
const refused = /[\p{Cc}<>:"/\\|?*]/gu;
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** @param {string} text somebody's words @returns {string} as file systems take them; empty where nothing is left */
function safeName(text) {
  const plain = trim(text.replace(refused, ' ').replace(/\s+/gu, ' '));
  let short = '';
  let bytes = 0;
  for (const letter of plain) {
    bytes += Buffer.byteLength(letter);
    if (bytes > longest) break;
    short += letter;
  }
  const name = trim(short);
  return devices.test(name.split('.')[0] ?? '') ? `${name}_` : name;
}

/** Windows drops dots and blanks at the end, and others hide what begins with a dot. @param {string} name */
const trim = (name) => name.replace(/^[. ]+|[. ]+$/g, '');

/** @returns {(text: string, otherwise: string) => string} safe names, each given once, whatever the size of its letters */
export function createNamer() {
  /** @type {Set<string>} */
  const taken = new Set();
  return (text, otherwise) => {
    const plain = safeName(text) || otherwise;
    let name = plain;
    for (let number = 2; taken.has(key(name)); number++) name = `${plain} ${number}`;
    taken.add(key(name));
    return name;
  };
}

/** File systems take letters of either size, and letters put together or apart, for the same. @param {string} name */
const key = (name) => name.normalize('NFC').toLowerCase();
