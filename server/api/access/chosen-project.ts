import { NotFoundError } from '@core/errors';
import type { Principal } from '../../auth/principal';
import { InvalidInputError } from '../errors/http-errors';
import { invalidInput } from '../errors/invalid-input';
import { inProject } from '../shared/schemas';

/**
 * The project a call is about. A person names it; a token has one, and naming another looks the
 * same as naming one that does not exist.
 */
export function chosenProject(principal: Principal, input: unknown): string {
  const parsed = inProject.safeParse(input ?? {});
  if (!parsed.success) throw invalidInput(parsed.error);
  const named = parsed.data.projectId?.toLowerCase();
  if (principal.kind === 'person') {
    if (named === undefined) throw new InvalidInputError('projectId: Name the project.');
    return named;
  }
  if (named !== undefined && named !== principal.projectId) throw new NotFoundError('The project');
  return principal.projectId;
}
