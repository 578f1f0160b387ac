import { getHealth } from '@/server/api/http/get-health';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return getHealth();
}
