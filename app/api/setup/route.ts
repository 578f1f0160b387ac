import { postSetup } from '@/server/api/http/post-setup';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return postSetup(request);
}
