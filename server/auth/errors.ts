import { DomainError } from '@core/errors';

/** No session and no token, or one that is no longer good. */
export class SignInNeededError extends DomainError {
  readonly code = 'sign_in_needed';
  constructor() {
    super('Sign in first.');
  }
}

/** [A4] The request did not come from a page of ours. */
export class ForeignOriginError extends DomainError {
  readonly code = 'foreign_origin';
  constructor() {
    super('This request did not come from a page of this app.');
  }
}

/** The one-time code is wrong, or setup is over; the answer is the same for both. */
export class SetupRefusedError extends DomainError {
  readonly code = 'setup_refused';
  constructor() {
    super('That code is not valid here.');
  }
}

/** [S16] Guessing is slowed down. */
export class TooManyAttemptsError extends DomainError {
  readonly code = 'too_many_attempts';
  constructor() {
    super('Too many attempts. Wait a minute and try again.');
  }
}
