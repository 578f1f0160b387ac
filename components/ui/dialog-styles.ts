/** The overlay scrolls, so that a tall dialog never loses its buttons on a small screen. */
export const dialogOverlay =
  'fixed inset-0 z-50 grid animate-fade items-start justify-items-center overflow-y-auto bg-scrim p-4 sm:py-[12vh]';

export const dialogPanel =
  'relative w-full animate-sheet rounded-xl border border-line bg-raised text-fg shadow-overlay outline-none';
