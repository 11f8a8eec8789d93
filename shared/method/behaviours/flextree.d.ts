declare module 'd3-flextree' {
  /** A node after the layout: `x` is its middle. */
  export interface FlexNode<Datum> {
    readonly data: Datum;
    readonly parent: FlexNode<Datum> | null;
    readonly x: number;
    each(visit: (node: FlexNode<Datum>) => void): void;
  }

  export interface FlexLayout<Datum> {
    (tree: FlexNode<Datum>): FlexNode<Datum>;
    hierarchy(datum: Datum, children: (datum: Datum) => readonly Datum[] | undefined): FlexNode<Datum>;
  }

  export function flextree<Datum>(options: {
    readonly nodeSize: (node: FlexNode<Datum>) => readonly [width: number, height: number];
    readonly spacing: (a: FlexNode<Datum>, b: FlexNode<Datum>) => number;
  }): FlexLayout<Datum>;
}
