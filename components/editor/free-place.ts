import type { Dag, Position } from '@core/dag/document';

const STEP = 32;
const NEAR = 24;

/** `wanted`, or the next place down and to the right where no node already lies. */
export function freePlace(dag: Dag, wanted: Position): Position {
  const taken = Object.values(dag.nodes).flatMap(({ position, group }) =>
    position && group === undefined ? [position] : [],
  );
  let { x, y } = wanted;
  const isTaken = () => taken.some((at) => Math.abs(at.x - x) < NEAR && Math.abs(at.y - y) < NEAR);
  while (isTaken()) {
    x += STEP;
    y += STEP;
  }
  return { x, y };
}
