export const NOTE_TONES = ['yellow', 'green', 'blue', 'violet', 'red', 'grey'] as const;
export type NoteTone = (typeof NOTE_TONES)[number];

/** Foreign tools number their colours; what we have no name for is yellow. */
export function noteTone(color: string | undefined): NoteTone {
  return NOTE_TONES.find((tone) => tone === color) ?? 'yellow';
}
