/** How long the view glides, in milliseconds: not at all for whoever asked for less motion. */
export function glide(ms: number): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms;
}
