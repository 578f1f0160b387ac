import { OFFLINE } from '@/components/trpc/failure';

export type Posted = { ok: true } | { ok: false; message: string };

/** POSTs JSON to a route of ours and gives back its refusal in words. */
export async function postJson(path: string, body: unknown): Promise<Posted> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { ok: true };
    return { ok: false, message: messageIn(await response.json()) };
  } catch {
    return { ok: false, message: OFFLINE.message };
  }
}

/** `{ message }` or `{ error: { message } }`. */
function messageIn(body: unknown): string {
  if (typeof body !== 'object' || body === null) return OFFLINE.message;
  if ('error' in body) return messageIn(body.error);
  return 'message' in body && typeof body.message === 'string' ? body.message : OFFLINE.message;
}
