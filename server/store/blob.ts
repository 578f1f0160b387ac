import { createHash } from 'node:crypto';
import { CorruptionError } from '@core/errors';

export const MEDIA_TYPES = {
  dag: 'application/vnd.stemma.dag+json',
  patch: 'application/json-patch+json',
  manifest: 'application/vnd.stemma.run-manifest+json',
  snapshot: 'application/vnd.stemma.run-snapshot+json',
} as const;

/** Bytes on their way into `cas_blob`. */
export interface Blob {
  readonly casId: string;
  readonly bytes: Buffer;
  readonly mediaType: string;
}

export function blobOf(bytes: Uint8Array, mediaType: string): Blob {
  return { casId: contentAddress(bytes), bytes: Buffer.from(bytes), mediaType };
}

interface StoredBlob {
  readonly cas_id: string;
  readonly bytes: Buffer;
}

/** [V7] Whether stored bytes are what their address says. */
export function isSound(blob: StoredBlob): boolean {
  return contentAddress(blob.bytes) === blob.cas_id;
}

/** [V7] Stored bytes as JSON, once they have proved to be sound. */
export function readBlob(blob: StoredBlob): unknown {
  if (!isSound(blob)) {
    throw new CorruptionError('Stored bytes do not match their address.', { cas_id: blob.cas_id });
  }
  return JSON.parse(blob.bytes.toString('utf8'));
}

/** The native hash: a megabyte costs it a tenth of what the portable one takes. */
function contentAddress(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
