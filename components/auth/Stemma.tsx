const WITNESSES = [
  { x: 200, y: 44, name: 'Ω', lost: true },
  { x: 116, y: 140, name: 'α' },
  { x: 284, y: 140, name: 'β' },
  { x: 60, y: 248, name: 'A' },
  { x: 164, y: 248, name: 'γ' },
  { x: 336, y: 232, name: 'B' },
  { x: 116, y: 356, name: 'C' },
  { x: 240, y: 356, name: 'D', head: true },
] as const;

const DESCENT = ['M200 44 116 140', 'M116 140 60 248', 'M164 248 116 356', 'M284 140 336 232'];
const LINE = ['M200 44 284 140', 'M116 140 164 248', 'M164 248 240 356'];

/** A stemma codicum: the drawing that gave the product its name. Decorative. */
export function Stemma({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 400 410" fill="none" aria-hidden className={className}>
      {DESCENT.map((d) => (
        <path key={d} d={d} className="stroke-line-strong" strokeWidth="1.5" />
      ))}
      {LINE.map((d) => (
        <path key={d} d={d} className="stroke-line-strong" strokeWidth="1.5" />
      ))}
      <path
        d="M200 44 116 140 164 248 240 356"
        className="stroke-accent"
        strokeWidth="2.25"
        strokeLinejoin="round"
      />
      <path
        d="M284 140C290 220 270 300 240 356"
        className="stroke-accent"
        strokeWidth="1.75"
        strokeDasharray="2 6"
        strokeLinecap="round"
      />
      {WITNESSES.map((witness) => (
        <g key={witness.name}>
          <circle
            cx={witness.x}
            cy={witness.y}
            r="21"
            strokeWidth="1.5"
            strokeDasharray={'lost' in witness ? '3 4' : undefined}
            className={
              'head' in witness ? 'fill-accent stroke-accent' : 'fill-surface stroke-line-strong'
            }
          />
          <text
            x={witness.x}
            y={witness.y + 6.5}
            textAnchor="middle"
            className={'head' in witness ? 'fill-on-accent' : 'fill-fg-muted'}
            style={{ font: 'italic 19px Georgia, "Times New Roman", "DejaVu Serif", serif' }}
          >
            {witness.name}
          </text>
        </g>
      ))}
    </svg>
  );
}
