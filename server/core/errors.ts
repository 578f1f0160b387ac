import type { Json } from './json/json';
import { shortTrail } from './shorten';

/**
 * An expected failure: `code` is stable and part of the API, `message` is for people, `data` is
 * what a program needs to react. Anything else that is thrown is a defect.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  readonly data: Readonly<Record<string, Json>>;

  constructor(message: string, data: Readonly<Record<string, Json>> = {}) {
    super(message);
    this.name = new.target.name;
    this.data = data;
  }
}

/** The request itself is malformed: shape of ops, pointers, ids, JSON. */
export class InvalidPatchError extends DomainError {
  readonly code = 'invalid_patch';
}

/** [P2] A cap was exceeded; `data.limit` and `data.actual` say which and by how much. */
export class LimitExceededError extends DomainError {
  readonly code = 'limit_exceeded';
  constructor(what: string, limit: number, actual: number) {
    super(
      `${what}: ${actual.toLocaleString('en')} is over the limit of ${limit.toLocaleString('en')}.`,
      {
        what,
        limit,
        actual,
      },
    );
  }
}

/** Not I-JSON: lone surrogate, U+0000, number out of range, forbidden key, too deep. */
export class InvalidJsonError extends DomainError {
  readonly code = 'invalid_json';
}

/** An op does not fit the document: missing target, failed `test`. */
export class PatchFailedError extends DomainError {
  readonly code = 'patch_failed';
}

/** [D6] `add` onto an id that exists. */
export class IdTakenError extends DomainError {
  readonly code = 'id_taken';
  constructor(path: string) {
    super(`Something with the id ${path} exists already.`, { path });
  }
}

/** [D2] The patch applies, but the document it gives is refused. */
export class InvalidDagError extends DomainError {
  readonly code = 'invalid_document';
}

export class CycleError extends DomainError {
  readonly code = 'cycle';
  /** `path` lists node ids; the first is repeated at the end. */
  constructor(path: readonly string[]) {
    super(`These connections close a loop: ${shortTrail(path, ' -> ')}.`, { path: [...path] });
  }
}

export class ImportError extends DomainError {
  readonly code = 'import_refused';
}

export class NotFoundError extends DomainError {
  readonly code = 'not_found';
  constructor(what = 'That') {
    super(`${what} does not exist, or is not yours to see.`);
  }
}

export class ForbiddenError extends DomainError {
  readonly code = 'forbidden';
}

/** Moved, deleted or protected between reading and writing. */
export class ConflictError extends DomainError {
  readonly code = 'conflict';
}

export class NameTakenError extends DomainError {
  readonly code = 'name_taken';
  constructor(what: string, name: string) {
    super(`A ${what} named “${name}” exists already.`, { name });
  }
}

/** [V4] The same `op_id` came with another request. */
export class OpIdReusedError extends DomainError {
  readonly code = 'op_id_reused';
  constructor(opId: string) {
    super('This op_id was used for another request before.', { op_id: opId });
  }
}

/** [V5] The parent was never a target of this tag. */
export class ParentNotOnTagError extends DomainError {
  readonly code = 'parent_not_on_tag';
  constructor(parent: string) {
    super('The edit is based on a version that was never on this branch.', { parent });
  }
}

/** [V7] Stored bytes or a replay do not give the recorded hash. */
export class CorruptionError extends DomainError {
  readonly code = 'corruption';
}

/** Nothing to undo or redo, or what stands in the way. */
export class UndoRefusedError extends DomainError {
  readonly code = 'undo_refused';
}

/** [M3] Nothing to merge, or not yet: `data.open` names the units that are still to be settled. */
export class MergeRefusedError extends DomainError {
  readonly code = 'merge_refused';
}

/** [D6] A run cannot start from this document. */
export class RunRefusedError extends DomainError {
  readonly code = 'run_refused';
}

/** A page was asked for by a cursor that no page gave. */
export class InvalidCursorError extends DomainError {
  readonly code = 'invalid_cursor';
  constructor() {
    super('That page does not exist.');
  }
}
