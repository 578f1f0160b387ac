import type { Dag } from '@core/dag/document';
import { problemsOf, type DagProblem } from '@core/nodes/problems';

const PAUSE_MS = 150;

/** The problems of a document that changes often: looked for again after a pause. */
export class ProblemWatch {
  #problems: readonly DagProblem[];
  #byNode: ReadonlyMap<string, readonly string[]>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onChange: () => void;

  constructor(dag: Dag, onChange: () => void) {
    this.#problems = problemsOf(dag);
    this.#byNode = groupByNode(this.#problems);
    this.#onChange = onChange;
  }

  readonly list = (): readonly DagProblem[] => this.#problems;

  byNode(): ReadonlyMap<string, readonly string[]> {
    return this.#byNode;
  }

  look(current: () => Dag): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#problems = problemsOf(current());
      this.#byNode = groupByNode(this.#problems);
      this.#onChange();
    }, PAUSE_MS);
  }
}

function groupByNode(problems: readonly DagProblem[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { nodeId, message } of problems) {
    if (nodeId !== undefined) found.set(nodeId, [...(found.get(nodeId) ?? []), message]);
  }
  return found;
}
