import { handleAuth } from '@/server/api/http/handle-auth';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return handleAuth(request);
}

export function POST(request: Request): Promise<Response> {
  return handleAuth(request);
}
