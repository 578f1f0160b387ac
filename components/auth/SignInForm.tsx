'use client';

import { useState, type SyntheticEvent } from 'react';
import { OFFLINE } from '@/components/trpc/failure';
import { Button } from '@/components/ui/Button';
import { Callout } from '@/components/ui/Callout';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { authClient } from './auth-client';
import { EmailField } from './EmailField';

const WRONG = 'This email and password do not belong together.';
const TOO_OFTEN = 'Too many tries. Wait a minute, then try again.';

function refusalFor(status: number): string {
  if (status === 429) return TOO_OFTEN;
  return status >= 400 && status < 500 ? WRONG : OFFLINE.message;
}

async function trySignIn(email: string, password: string): Promise<string | undefined> {
  try {
    const { error } = await authClient.signIn.email({ email, password });
    return error === null ? undefined : refusalFor(error.status);
  } catch {
    return OFFLINE.message;
  }
}

export function SignInForm({ next, main }: { next: string; main: boolean }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  async function submit(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(undefined);
    const refused = await trySignIn(fieldOf(fields, 'email'), fieldOf(fields, 'password'));
    if (refused === undefined) window.location.assign(next);
    else {
      setRefusal(refused);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <EmailField />
      <Field label="Password">
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            className="h-10"
          />
        )}
      </Field>
      {refusal === undefined ? null : <Callout tone="danger">{refusal}</Callout>}
      <Button type="submit" variant={main ? 'primary' : 'secondary'} size="lg" busy={busy}>
        Sign in
      </Button>
    </form>
  );
}

function fieldOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}
