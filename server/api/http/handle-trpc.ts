import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Database } from '../../db/database';
import { createContext } from '../context';
import { appRouter } from '../root';
import { errorResponse } from './error-response';
import { guardTrpcRequest, MAX_BATCH } from './guard-trpc-request';

/** One HTTP request to the API, from the guard to the answer. */
export async function handleTrpc(request: Request, db?: Database): Promise<Response> {
  try {
    const guarded = await guardTrpcRequest(request);
    return await fetchRequestHandler({
      endpoint: '/api/trpc',
      req: guarded,
      router: appRouter,
      createContext: () => createContext(request.headers, db),
      allowMethodOverride: true,
      maxBatchSize: MAX_BATCH,
      responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
    });
  } catch (error) {
    return errorResponse(error);
  }
}
