/** `secret_path` -> “Secret path”; words that are all capitals stay as they are. */
export function plainWords(value: string): string {
  if (value === value.toUpperCase()) return value;
  const words = value.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
