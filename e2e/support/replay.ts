import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * [D4] The version hash once more, written from docs/format.md alone and sharing no code with the
 * product: what it says of a replay, somebody else could have said.
 */
export function independentVersionHash(document: Record<string, unknown>): string {
  const { schema, settings, ext } = document;
  const head = {
    schema,
    settings,
    ext,
    nodes: collection(document.nodes),
    edges: collection(document.edges),
    notes: collection(document.notes),
    groups: collection(document.groups),
  };
  return sha256(`stemma-doc/1\0${jcs(head)}`).toString('hex');
}

function collection(entries: unknown): string {
  const buckets: string[][] = Array.from({ length: 256 }, () => []);
  for (const [id, entry] of Object.entries(entries as object)) {
    buckets[sha256(id)[0] ?? 0]?.push(`${id}:${sha256(jcs(entry)).toString('hex')}\n`);
  }
  return sha256(Buffer.concat(buckets.map((lines) => sha256(lines.sort().join(''))))).toString(
    'hex',
  );
}

function jcs(value: unknown): string {
  return canonicalize(value) ?? '';
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}
