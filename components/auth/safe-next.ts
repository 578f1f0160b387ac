const FALLBACK = '/projects';

/** Where to go after signing in: a path of this site and nothing else. */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next)) return FALLBACK;
  const url = new URL(next, 'http://stemma.invalid');
  if (url.host !== 'stemma.invalid') return FALLBACK;
  return url.pathname.startsWith('/sign-in') ? FALLBACK : url.pathname + url.search + url.hash;
}
