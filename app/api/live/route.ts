export const dynamic = 'force-dynamic';

/** Whether the process answers at all; `/api/health` says whether it can work. */
export function GET(): Response {
  return Response.json({ ok: true });
}

export const POST = GET;
