import type { Op } from '@core/patch/ops';
import { type Content, isSound } from './content';
import type { Read } from './sides';

/** One thing that somebody does on the canvas, seen from what they have open. */
export interface Gesture {
  readonly text: string;
  readonly on: (content: Content) => Done;
}

export interface Done {
  readonly ops: readonly Op[];
  /** Undefined when it cannot be done. */
  readonly result: Content | undefined;
  /** What it rests on: [P6]. */
  readonly reads?: readonly Read[];
}

/** Gestures one after the other, as one edit. */
export function inTurn(gestures: readonly Gesture[], content: Content): Required<Done> {
  const ops: Op[] = [];
  const reads: Read[] = [];
  let result: Content | undefined = content;
  for (const { on } of gestures) {
    if (result === undefined) break;
    const done: Done = on(result);
    ops.push(...done.ops);
    reads.push(...(done.reads ?? []));
    result = done.result;
  }
  return { ops, reads, result: result !== undefined && isSound(result) ? result : undefined };
}
