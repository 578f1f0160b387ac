import { Callout } from '@/components/ui/Callout';

/** Runs are pinned today and executed later; said wherever a queued run is shown. */
export function QueuedNote({ className }: { className?: string }) {
  return (
    <Callout
      tone="info"
      title="Waiting for a worker"
      {...(className === undefined ? {} : { className })}
    >
      This version of Stemma records and pins runs; it does not execute them yet.
    </Callout>
  );
}
