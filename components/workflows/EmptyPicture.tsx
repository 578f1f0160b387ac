/** A small workflow, the last step still to be drawn. Decorative. */
export function EmptyPicture() {
  return (
    <svg viewBox="0 0 232 84" fill="none" className="h-21 w-58">
      <path
        d="M64 42h20m48 0c14 0 10-22 24-22h12m-36 22c14 0 10 22 24 22h12"
        className="stroke-line-strong"
        strokeWidth="1.5"
      />
      <rect
        x="8"
        y="26"
        width="56"
        height="32"
        rx="7"
        className="fill-surface stroke-line-strong"
        strokeWidth="1.5"
      />
      <rect
        x="84"
        y="26"
        width="48"
        height="32"
        rx="7"
        className="fill-accent-soft stroke-accent"
        strokeWidth="1.5"
      />
      <rect
        x="168"
        y="5"
        width="56"
        height="30"
        rx="7"
        className="fill-surface stroke-line-strong"
        strokeWidth="1.5"
      />
      <rect
        x="168"
        y="49"
        width="56"
        height="30"
        rx="7"
        className="stroke-line-strong"
        strokeWidth="1.5"
        strokeDasharray="4 4"
      />
      <path
        d="M22 42h28M98 42h20M182 20h28"
        className="stroke-line-strong"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path
        d="M196 58v12m-6-6h12"
        className="stroke-accent"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
    </svg>
  );
}
