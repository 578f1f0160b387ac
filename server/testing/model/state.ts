import type { Content } from './content';

export const PEOPLE = ['Ada', 'Ben'] as const;

/** A version by what it holds and where it came from. */
export interface Version {
  readonly id: string;
  readonly content: Content;
  readonly message: string;
  /** Undefined for where the workflow began. */
  readonly parent: Version | undefined;
  readonly mergeParent?: Version;
  /** The head that a compaction equals. */
  readonly equals?: Version;
}

/** What somebody's undo takes back. */
export interface Entry {
  readonly from: Version;
  readonly to: Version;
  readonly message: string;
  /** What lay under it when it was put on the stack: it comes back with all of that. */
  readonly below: readonly Entry[];
  /** Place of the move, for resets only: they are taken back while nobody else has gone on. */
  readonly resetAt?: number;
}

/** An undo, which a redo takes back. */
export interface Undone extends Omit<Entry, 'below'> {
  readonly entry: Entry;
}

export interface Stack {
  undo: readonly Entry[];
  redo: readonly Undone[];
}

export interface Move {
  readonly kind: string;
  readonly to: Version;
  readonly by: number;
}

export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly moves: Move[];
  readonly stacks: Stack[];
}

export interface Model {
  readonly branches: Branch[];
  readonly versions: Version[];
  edits: number;
}

export function headOf(branch: Branch): Version {
  const last = branch.moves.at(-1);
  if (last === undefined) throw new Error('A branch begins with a move.');
  return last.to;
}

/** [C1] A compaction stands for the version that it equals. */
export const standsFor = (version: Version): Version => version.equals ?? version;

export const compactionOf = (model: Model, version: Version): Version | undefined =>
  model.versions.find(({ equals }) => equals === version);

export function newBranch(at: { id: string; name: string; version: Version; by: number }): Branch {
  return {
    id: at.id,
    name: at.name,
    moves: [{ kind: 'create', to: at.version, by: at.by }],
    stacks: PEOPLE.map(() => ({ undo: [], redo: [] })),
  };
}

/** [T2] A person's own change of a branch: on top of their stack, and nothing is left to redo. */
export function push(
  model: Model,
  branch: Branch,
  change: { kind: string; by: number; to: Version },
) {
  const stack = branch.stacks[change.by]!;
  const { to } = change;
  putOn(stack, { from: headOf(branch), to, message: to.message });
  stack.redo = [];
  model.versions.push(to);
  branch.moves.push(change);
}

export function putOn(stack: Stack, entry: Omit<Entry, 'below'>): void {
  stack.undo = [...stack.undo, { ...entry, below: stack.undo }];
}
