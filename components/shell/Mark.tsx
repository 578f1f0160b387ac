interface MarkProps {
  className?: string;
}

/**
 * The mark: versions descending in the shape of an S from a hollow origin, and the branch that
 * leads from the second to the last.
 */
export function Mark({ className }: MarkProps) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden className={className}>
      <path d="M6.5 9.5v11" stroke="currentColor" strokeWidth="1.75" opacity="0.4" />
      <path
        d="M15.6 4.3 6.5 9.5l11 5.2-11 5.8"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinejoin="round"
      />
      <circle cx="17.5" cy="3.5" r="2.1" stroke="currentColor" strokeWidth="1.75" />
      <circle cx="6.5" cy="9.5" r="2.5" fill="currentColor" />
      <circle cx="17.5" cy="14.7" r="2.5" fill="currentColor" />
      <circle cx="6.5" cy="20.5" r="2.5" fill="currentColor" />
    </svg>
  );
}
