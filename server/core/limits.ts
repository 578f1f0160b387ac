const KB = 1_024;
const MB = 1_024 * KB;

/** [P2] Every cap, in bytes or counts. Patches made by the server obey `documentBytes` alone. */
export const LIMITS = {
  patchBytes: MB,
  patchOps: 10_000,
  /** Levels of nesting in a document, the document itself included. */
  depth: 64,
  documentBytes: 8 * MB,
  copiedBytes: MB,
  /** Elements that insertions into and removals from lists push aside, in one patch. */
  shiftedItems: 100_000_000,
  requestBytes: 2 * MB,
  importBytes: 20 * MB,
  /** [V2] Patches since the base version. */
  chainDepth: 128,
} as const;
