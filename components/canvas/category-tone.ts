import type { NodeCategory } from '@core/nodes/descriptor';

interface Tone {
  readonly tile: string;
  /** For the minimap, which paints in SVG. */
  readonly colour: string;
}

const TONES: Readonly<Record<NodeCategory, Tone>> = {
  Triggers: { tile: 'bg-accent-soft text-accent-fg', colour: 'var(--accent)' },
  Data: { tile: 'bg-info-soft text-info-fg', colour: 'var(--info)' },
  Flow: { tile: 'bg-violet-soft text-violet-fg', colour: 'var(--violet)' },
  Actions: { tile: 'bg-warn-soft text-warn-fg', colour: 'var(--warn)' },
  Files: { tile: 'bg-ok-soft text-ok-fg', colour: 'var(--ok)' },
};
const UNKNOWN: Tone = { tile: 'bg-hover text-fg-muted', colour: 'var(--fg-subtle)' };

export function categoryTone(category: NodeCategory | undefined): Tone {
  return category === undefined ? UNKNOWN : TONES[category];
}
