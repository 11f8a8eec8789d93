import type { TextKey } from '../../../i18n/catalogue.ts';

type ToolsText<Prefix extends string> =
  Extract<TextKey, `tools.${Prefix}-${string}`> extends `tools.${Prefix}-${infer N}` ? N : never;

/** One way to press it: keys together. `mod` is the command key of a Mac, the control key elsewhere. */
type Keys = readonly string[];

interface Shortcut {
  readonly does: ToolsText<'key'>;
  /** One as good as the other. */
  readonly keys: readonly Keys[];
}

interface Group {
  readonly title: ToolsText<'keys'>;
  readonly shortcuts: readonly Shortcut[];
}

/** Every key of ours, and of the canvas what people use most; a test holds them against what is registered. */
export const shortcutGroups: readonly Group[] = [
  {
    title: 'move',
    shortcuts: [
      { does: 'pan', keys: [['space']] },
      { does: 'zoom', keys: [['mod', 'wheel'], ['+'], ['−']] },
      { does: 'all', keys: [['shift', '1']] },
      { does: 'selection', keys: [['shift', '2']] },
      { does: 'actual', keys: [['shift', '0']] },
      { does: 'pages', keys: [['down'], ['up']] },
      { does: 'clicker', keys: [['→'], ['←']] },
    ],
  },
  {
    title: 'cards',
    shortcuts: [
      { does: 'card', keys: [['C']] },
      { does: 'place', keys: [['shift', 'C']] },
      { does: 'branch', keys: [['shift', 'enter']] },
      { does: 'beside', keys: [['alt', 'enter']] },
      { does: 'cluster', keys: [['shift', 'G']] },
      { does: 'write', keys: [['enter']] },
      { does: 'menu', keys: [['mod', 'shift', 'enter']] },
    ],
  },
  {
    title: 'tools',
    shortcuts: [
      { does: 'select', keys: [['V']] },
      { does: 'hand', keys: [['H']] },
      { does: 'draw', keys: [['D']] },
      { does: 'eraser', keys: [['E']] },
      { does: 'arrow', keys: [['A']] },
      { does: 'text', keys: [['T']] },
      { does: 'note', keys: [['N']] },
      { does: 'frame', keys: [['F']] },
      { does: 'laser', keys: [['K']] },
    ],
  },
  {
    title: 'change',
    shortcuts: [
      { does: 'undo', keys: [['mod', 'Z']] },
      { does: 'redo', keys: [['mod', 'shift', 'Z']] },
      {
        does: 'clipboard',
        keys: [
          ['mod', 'X'],
          ['mod', 'C'],
          ['mod', 'V'],
        ],
      },
      { does: 'duplicate', keys: [['mod', 'D']] },
      { does: 'delete', keys: [['delete']] },
      { does: 'group', keys: [['mod', 'G']] },
      { does: 'everything', keys: [['mod', 'A']] },
    ],
  },
  {
    title: 'lead',
    shortcuts: [{ does: 'lock', keys: [['shift', 'L']] }],
  },
  {
    title: 'board',
    shortcuts: [
      { does: 'find', keys: [['mod', 'F']] },
      { does: 'parts', keys: [['F6'], ['shift', 'F6']] },
      { does: 'sheet', keys: [['?']] },
      { does: 'close', keys: [['escape']] },
    ],
  },
];

/** Readers only look: what changes the board is not for them. */
const forReaders: readonly Group['title'][] = ['move', 'board'];

export const shortcutsFor = ({ readOnly, leads }: { readonly readOnly: boolean; readonly leads: boolean }) =>
  shortcutGroups.filter(({ title }) => (readOnly ? forReaders.includes(title) : leads || title !== 'lead'));
