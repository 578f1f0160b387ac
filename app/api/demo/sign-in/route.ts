import { postDemoSignIn } from '@/server/api/http/post-demo-sign-in';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return postDemoSignIn(request);
}
