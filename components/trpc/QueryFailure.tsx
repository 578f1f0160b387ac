'use client';

import { Button } from '@/components/ui/Button';
import { Callout } from '@/components/ui/Callout';
import { failureOf } from './failure';

interface QueryFailureProps {
  error: unknown;
  onRetry: () => void;
  className?: string;
}

/** Stands where the data would be when it could not be read. */
export function QueryFailure({ error, onRetry, className }: QueryFailureProps) {
  return (
    <Callout
      tone="danger"
      {...(className === undefined ? {} : { className })}
      action={
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {failureOf(error).message}
    </Callout>
  );
}
