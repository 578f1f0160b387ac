/** What a check of some things gave. */
export interface Checked {
  /** In their order; empty when there were none left. */
  readonly subjects: readonly string[];
  /** Those of them that are not what they were. */
  readonly damaged: readonly string[];
}
