interface Divergence {
  readonly ahead: number;
  readonly behind: number;
}

const numbers = new Intl.NumberFormat('en');

/** [M1] How far a branch is from `main`: “2 ahead, 1 behind main”. */
export function divergenceWords({ ahead, behind }: Divergence): string {
  const parts = [
    ahead > 0 ? `${numbers.format(ahead)} ahead` : undefined,
    behind > 0 ? `${numbers.format(behind)} behind` : undefined,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return 'Same as main';
  return `${parts.join(', ')}${behind > 0 ? '' : ' of'} main`;
}
