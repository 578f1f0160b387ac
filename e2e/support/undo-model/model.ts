/** A node as the canvas and the document both have it. */
export interface Step {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** What there is to see: nodes, and connections by what they join. */
export interface Picture {
  readonly nodes: Readonly<Record<string, Step>>;
  readonly edges: Readonly<Record<string, readonly string[]>>;
}

/** One edit of Ada's: what it made of the picture, and between which versions it led. */
export interface Entry {
  readonly before: Picture;
  readonly after: Picture;
  readonly from: string;
  readonly to: string;
}

/** An undo, and what it took back. */
export interface Undone {
  readonly entry: Entry;
  readonly from: string;
  readonly to: string;
}

/** The branch as Ada and Ben leave it. Ids of versions are the store's to make. */
export interface Model {
  /** Without Ben's node, which Ada leaves alone. */
  picture: Picture;
  bens: Step;
  /** Ben's node as Ada's page can know of it. */
  seen: Step;
  /** Where the branch stood, first to last. */
  readonly heads: string[];
  past: Entry[];
  future: Undone[];
}

export function without({ nodes, edges }: Picture, id: string): Picture {
  const others = Object.entries(nodes).filter(([key]) => key !== id);
  const apart = Object.entries(edges).filter(([, ends]) => !ends.includes(id));
  return { nodes: Object.fromEntries(others), edges: Object.fromEntries(apart) };
}

export function withNode(picture: Picture, id: string, node: Step): Picture {
  return { ...picture, nodes: { ...picture.nodes, [id]: node } };
}
