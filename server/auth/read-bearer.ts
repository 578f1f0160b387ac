/** The bearer token of a request; undefined when the request brings no `Authorization`. */
export function readBearer(headers: Headers): string | undefined {
  const header = headers.get('authorization');
  if (header === null) return undefined;
  return /^bearer\s+(\S+)$/i.exec(header.trim())?.[1] ?? '';
}
