import { cn } from './cn';

const TONES = [
  'bg-accent-soft text-accent-fg',
  'bg-info-soft text-info-fg',
  'bg-violet-soft text-violet-fg',
  'bg-warn-soft text-warn-fg',
  'bg-ok-soft text-ok-fg',
  'bg-danger-soft text-danger-fg',
] as const;

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toUpperCase();
}

/** The same name always has the same tone. */
function toneOf(key: string): string {
  let sum = 0;
  for (const char of key) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return TONES[sum % TONES.length] ?? TONES[0];
}

const SIZES = {
  sm: 'size-5 text-[0.5625rem]',
  md: 'size-7 text-2xs',
  lg: 'size-9 text-sm',
} as const;

interface AvatarProps {
  name: string;
  size?: keyof typeof SIZES;
  className?: string;
}

/** Decorative: the name stands beside it, or in a tooltip or label around it. */
export function Avatar({ name, size = 'sm', className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none',
        SIZES[size],
        toneOf(name.toLowerCase()),
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
