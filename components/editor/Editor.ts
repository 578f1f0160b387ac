import { moveOps, resizeOps, settledMoves } from '@/components/canvas/changes-to-ops';
import { entryRef, flowId } from '@/components/canvas/flow-id';
import { FlowStore } from '@/components/canvas/flow-store';
import type { CanvasNode, Link } from '@/components/canvas/flow-types';
import { linkRefusal } from '@/components/canvas/link-refusal';
import { HEADER_HEIGHT, NODE_WIDTH } from '@/components/canvas/node-geometry';
import { addNodeOps, addNoteOps } from '@/components/canvas/ops/add-ops';
import { copySelection, type Clipboard } from '@/components/canvas/ops/clipboard';
import { connectOps, reconnectOps } from '@/components/canvas/ops/connect-ops';
import { deleteOps } from '@/components/canvas/ops/delete-ops';
import { groupOps } from '@/components/canvas/ops/group-ops';
import { nodeOps, toggleOps, type NodeEdit } from '@/components/canvas/ops/node-ops';
import { noteOps } from '@/components/canvas/ops/note-ops';
import { pasteOps } from '@/components/canvas/ops/paste-ops';
import type { Dag, Position, Size } from '@core/dag/document';
import { defaultConfig } from '@core/nodes/config-schema';
import type { NodeDescriptor } from '@core/nodes/descriptor';
import type { Op } from '@core/patch/ops';
import type { NodeChange } from '@xyflow/react';
import { freePlace } from './free-place';
import { ProblemWatch } from './problem-watch';
import { randomBytes } from './random-bytes';
import type { EditSession } from './session/EditSession';

const NUDGE_PAUSE_MS = 400;
const PASTE_OFFSET: Position = { x: 32, y: 32 };

/**
 * Gestures of a person, each turned into one patch [P3] and pushed into the session. Owns what the
 * canvas shows; every method may be called from a key, a button or a drag alike.
 */
export class Editor {
  readonly session: EditSession;
  readonly flow: FlowStore;
  readonly problems: ProblemWatch;
  #nudged = new Map<string, Position>();
  #nudgeTimer: ReturnType<typeof setTimeout> | undefined;
  #asked: { dag: Dag; key: string; answer: string | undefined } | undefined;

  constructor(session: EditSession) {
    this.session = session;
    this.problems = new ProblemWatch(this.dag, () => this.#show());
    this.flow = new FlowStore({ dag: this.dag, problems: this.problems.byNode() });
    let shown = this.dag;
    session.subscribe(() => {
      if (this.dag === shown) return;
      shown = this.dag;
      this.#show();
      this.problems.look(() => this.dag);
    });
  }

  get dag(): Dag {
    return this.session.state().document;
  }

  /** What React Flow reports; what came to rest is pushed, nudges after a pause. */
  readonly changeNodes = (changes: NodeChange<CanvasNode>[]): void => {
    const moves = settledMoves(changes);
    const dragged = this.#draggedNow(moves);
    this.flow.changeNodes(changes);
    if (moves.size === 0) return;
    if (dragged) this.#pushMoves(moves);
    else this.#nudge(moves);
  };

  /** Moves the selection by some pixels; a burst of nudges becomes one patch. */
  nudge(by: Position): void {
    const { nodes } = this.flow.snapshot();
    const moves = nodes
      .filter((node) => node.selected === true)
      .map((node) => ({ id: node.id, x: node.position.x + by.x, y: node.position.y + by.y }));
    const changes = moves.map(({ id, x, y }) => ({
      type: 'position' as const,
      id,
      position: { x, y },
    }));
    this.changeNodes(changes);
  }

  /** Why the connection cannot be made; remembers the last answer, a pointer asks many times. */
  readonly refusal = (link: Link, moving?: string): string | undefined => {
    const key = JSON.stringify([
      link.source,
      link.sourcePort,
      link.target,
      link.targetPort,
      moving,
    ]);
    if (this.#asked?.dag !== this.dag || this.#asked.key !== key) {
      this.#asked = { dag: this.dag, key, answer: linkRefusal(this.dag, link, moving) };
    }
    return this.#asked.answer;
  };

  connect(link: Link): boolean {
    return this.#push(connectOps(this.dag, link, randomBytes()));
  }

  reconnect(edge: string, link: Link): boolean {
    return this.#push(reconnectOps(this.dag, edge, link));
  }

  /** Adds a node with its top left at `at`, connected from `from` when given; selects it. */
  addNode(
    descriptor: NodeDescriptor,
    at: Position,
    from?: Omit<Link, 'target' | 'targetPort'>,
  ): void {
    const { type, v, title } = descriptor;
    const config = defaultConfig(descriptor);
    const position = freePlace(this.flow.snapshot().nodes, at);
    const { id, ops } = addNodeOps(
      this.dag,
      { type, v, name: title, position, config },
      randomBytes(),
    );
    const [input] = descriptor.inputs(config);
    const link =
      from && input
        ? connectOps(this.dag, { ...from, target: id, targetPort: input.id }, randomBytes())
        : [];
    if (this.#push([...ops, ...link])) this.flow.select([id]);
  }

  addNodeAround(descriptor: NodeDescriptor, centre: Position): void {
    this.addNode(descriptor, { x: centre.x - NODE_WIDTH / 2, y: centre.y - HEADER_HEIGHT / 2 });
  }

  addNote(at: Position): void {
    const { id, ops } = addNoteOps(at, randomBytes());
    if (this.#push(ops)) this.flow.select([flowId('notes', id)]);
  }

  editNode(id: string, edit: NodeEdit): boolean {
    return this.#push(nodeOps(this.dag, id, edit));
  }

  editNote(id: string, edit: { text?: string; color?: string }): boolean {
    return this.#push(noteOps(this.dag, id, edit));
  }

  editGroup(id: string, edit: { name?: string; collapsed?: boolean }): boolean {
    return this.#push(groupOps(this.dag, id, edit));
  }

  resize(flow: string, box: Position & Size): void {
    if (!this.#push(resizeOps(this.dag, flow, box))) this.flow.settle();
  }

  removeSelection(): void {
    const { selectedNodes: nodes, selectedEdges: edges } = this.flow.snapshot();
    this.#push(deleteOps(this.dag, { nodes, edges }));
  }

  /** Off when any of them is on, else on. */
  toggleSelection(): void {
    const ids = this.selectedSteps();
    const disable = ids.some((id) => this.dag.nodes[id]?.disabled !== true);
    this.#push(toggleOps(this.dag, ids, disable));
  }

  copy(): Clipboard | undefined {
    return copySelection(this.dag, this.flow.snapshot().selectedNodes);
  }

  paste(clip: Clipboard, offset: Position = PASTE_OFFSET): void {
    const { ops, added } = pasteOps(this.dag, { clip, offset, random: randomBytes });
    if (this.#push(ops)) this.flow.select(added);
  }

  duplicate(): void {
    const clip = this.copy();
    if (clip) this.paste(clip);
  }

  selectedSteps(): string[] {
    const refs = this.flow.snapshot().selectedNodes.map(entryRef);
    return refs.filter((ref) => ref.collection === 'nodes').map((ref) => ref.id);
  }

  undo(): void {
    this.#flushNudges();
    this.session.undo();
  }

  redo(): void {
    this.#flushNudges();
    this.session.redo();
  }

  #push(ops: readonly Op[]): boolean {
    this.#flushNudges();
    return this.session.push(ops);
  }

  #draggedNow(moves: ReadonlyMap<string, Position>): boolean {
    const { nodes } = this.flow.snapshot();
    return nodes.some((node) => node.dragging === true && moves.has(node.id));
  }

  #nudge(moves: ReadonlyMap<string, Position>): void {
    for (const [id, position] of moves) this.#nudged.set(id, position);
    clearTimeout(this.#nudgeTimer);
    this.#nudgeTimer = setTimeout(() => this.#flushNudges(), NUDGE_PAUSE_MS);
  }

  #flushNudges(): void {
    if (this.#nudged.size === 0) return;
    clearTimeout(this.#nudgeTimer);
    const moves = this.#nudged;
    this.#nudged = new Map();
    this.#pushMoves(moves);
  }

  #pushMoves(moves: ReadonlyMap<string, Position>): void {
    if (!this.session.push(moveOps(this.dag, moves))) this.flow.settle();
  }

  #show(): void {
    this.flow.show({ dag: this.dag, problems: this.problems.byNode() });
  }
}
