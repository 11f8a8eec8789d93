/**
 * SVG path data as absolute M, L, Q, C, A and Z only. pdfkit draws `T` and `S` wrongly (it reflects the control point
 * twice, which makes freehand lines jagged), so those are written out.
 */
export type PathCommand =
  | { readonly type: 'M' | 'L'; readonly x: number; readonly y: number }
  | { readonly type: 'Q'; readonly x1: number; readonly y1: number; readonly x: number; readonly y: number }
  | {
      readonly type: 'C';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | {
      readonly type: 'A';
      readonly rx: number;
      readonly ry: number;
      readonly turnDegrees: number;
      readonly large: boolean;
      readonly sweep: boolean;
      readonly x: number;
      readonly y: number;
    }
  | { readonly type: 'Z' };

const letterOrNumber = /([MmLlHhVvCcSsQqTtAaZz])|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;
/** The flags of an arc may stand without a separator. */
const flag = /[\s,]*([01])/y;

class Reader {
  private index = 0;
  private readonly d: string;
  constructor(d: string) {
    this.d = d;
  }
  /** The next command letter, null where numbers go on, undefined at the end. */
  letter(): string | null | undefined {
    letterOrNumber.lastIndex = this.index;
    const match = letterOrNumber.exec(this.d);
    if (match === null) return undefined;
    if (match[1] === undefined) return null;
    this.index = letterOrNumber.lastIndex;
    return match[1];
  }
  number(): number {
    letterOrNumber.lastIndex = this.index;
    const match = letterOrNumber.exec(this.d);
    if (match === null || match[1] !== undefined) throw new RangeError(`number missing in path at ${this.index}`);
    this.index = letterOrNumber.lastIndex;
    return Number(match[0]);
  }
  flag(): boolean {
    flag.lastIndex = this.index;
    const match = flag.exec(this.d);
    if (match === null) throw new RangeError(`flag missing in path at ${this.index}`);
    this.index = flag.lastIndex;
    return match[1] === '1';
  }
}

interface Control {
  readonly of: 'Q' | 'C';
  readonly x: number;
  readonly y: number;
}

/** @throws RangeError for data that is cut off. */
export function parsePath(d: string): PathCommand[] {
  const reader = new Reader(d);
  const commands: PathCommand[] = [];
  let command = '';
  let [x, y, startX, startY] = [0, 0, 0, 0];
  // The last control point, for the smooth commands; only that of the same kind of curve counts.
  let control: Control | null = null;
  for (;;) {
    const letter = reader.letter();
    if (letter === undefined) return commands;
    if (letter !== null) command = letter;
    else if (command === 'M') command = 'L';
    else if (command === 'm') command = 'l';
    const kind = command.toUpperCase();
    const [originX, originY] = command === kind ? [0, 0] : [x, y];
    const nextX = (): number => originX + reader.number();
    const nextY = (): number => originY + reader.number();
    const reflected = (of: 'Q' | 'C'): [number, number] =>
      control?.of === of ? [2 * x - control.x, 2 * y - control.y] : [x, y];
    let nextControl: Control | null = null;
    switch (kind) {
      case 'Z':
        commands.push({ type: 'Z' });
        [x, y] = [startX, startY];
        // Numbers after Z belong to no command.
        command = '';
        break;
      case 'M':
      case 'L':
        [x, y] = [nextX(), nextY()];
        if (kind === 'M') [startX, startY] = [x, y];
        commands.push({ type: kind, x, y });
        break;
      case 'H':
        x = nextX();
        commands.push({ type: 'L', x, y });
        break;
      case 'V':
        y = nextY();
        commands.push({ type: 'L', x, y });
        break;
      case 'Q':
      case 'T': {
        const [x1, y1] = kind === 'Q' ? [nextX(), nextY()] : reflected('Q');
        nextControl = { of: 'Q', x: x1, y: y1 };
        [x, y] = [nextX(), nextY()];
        commands.push({ type: 'Q', x1, y1, x, y });
        break;
      }
      case 'C':
      case 'S': {
        const [x1, y1] = kind === 'C' ? [nextX(), nextY()] : reflected('C');
        const [x2, y2] = [nextX(), nextY()];
        nextControl = { of: 'C', x: x2, y: y2 };
        [x, y] = [nextX(), nextY()];
        commands.push({ type: 'C', x1, y1, x2, y2, x, y });
        break;
      }
      case 'A': {
        const [rx, ry, turnDegrees] = [Math.abs(reader.number()), Math.abs(reader.number()), reader.number()];
        const [large, sweep] = [reader.flag(), reader.flag()];
        [x, y] = [nextX(), nextY()];
        commands.push(
          rx === 0 || ry === 0 ? { type: 'L', x, y } : { type: 'A', rx, ry, turnDegrees, large, sweep, x, y },
        );
        break;
      }
      default:
        throw new RangeError('path does not start with a command');
    }
    control = nextControl;
  }
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** The same path in commands that pdfkit draws right; a hundredth of a unit is below what print shows. */
export const plainPath = (d: string): string => parsePath(d).map(written).join('');

function written(command: PathCommand): string {
  switch (command.type) {
    case 'M':
    case 'L':
      return `${command.type}${round(command.x)} ${round(command.y)}`;
    case 'Q':
      return `Q${[command.x1, command.y1, command.x, command.y].map(round).join(' ')}`;
    case 'C':
      return `C${[command.x1, command.y1, command.x2, command.y2, command.x, command.y].map(round).join(' ')}`;
    case 'A': {
      const { rx, ry, turnDegrees, large, sweep, x, y } = command;
      return `A${round(rx)} ${round(ry)} ${round(turnDegrees)} ${large ? 1 : 0} ${sweep ? 1 : 0} ${round(x)} ${round(y)}`;
    }
    case 'Z':
      return 'Z';
  }
}
