/** The text itself, or its first characters and “…”; never half of a surrogate pair. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

/** Names joined by arrows; of a long way only its beginning and its end. */
export function shortTrail(names: readonly string[], arrow: string): string {
  const shown =
    names.length <= 10 ? names : [...names.slice(0, 5), '…', ...names.slice(names.length - 4)];
  return shown.map((name) => shorten(name, 60)).join(arrow);
}
