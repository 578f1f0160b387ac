/** The bearer token of a request, empty when malformed; undefined when the request has none. */
export function readBearer(headers: Headers): string | undefined {
  const header = headers.get('authorization')?.trim() ?? '';
  if (!/^bearer\b/i.test(header)) return undefined;
  return /^bearer\s+(\S+)$/i.exec(header)?.[1] ?? '';
}
