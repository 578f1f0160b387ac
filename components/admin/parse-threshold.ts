export const MAX_DEPTH = 128;

/** A whole number from 0 to 128, or undefined. */
export function parseThreshold(typed: string): number | undefined {
  if (!/^\d{1,3}$/.test(typed.trim())) return undefined;
  const value = Number(typed);
  return value <= MAX_DEPTH ? value : undefined;
}
