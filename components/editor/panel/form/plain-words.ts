const SHORT_NAMES = new Set(['csv', 'html', 'json', 'sql', 'url', 'xml', 'yaml']);

/** `secret_path` -> “Secret path”, `json` -> “JSON”; words all in capitals stay as they are. */
export function plainWords(value: string): string {
  if (value === value.toUpperCase()) return value;
  if (SHORT_NAMES.has(value)) return value.toUpperCase();
  const words = value.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
