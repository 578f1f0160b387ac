const BYTES = 8;

/** Randomness for a new id [D6]; the core has none of its own. */
export function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(BYTES));
}
