export interface PathEnds {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly targetX: number;
  readonly targetY: number;
}

const REACH = 72;
const DROP = 84;

/** A loop's way back: out to the right, under everything between, in from the left. */
export function feedbackPath({ sourceX, sourceY, targetX, targetY }: PathEnds): string {
  const bottom = Math.max(sourceY, targetY) + DROP;
  const right = sourceX + REACH;
  const left = targetX - REACH;
  const middle = (sourceX + targetX) / 2;
  return [
    `M${sourceX},${sourceY}`,
    `C${right},${sourceY} ${right},${bottom} ${middle},${bottom}`,
    `C${left},${bottom} ${left},${targetY} ${targetX},${targetY}`,
  ].join(' ');
}
