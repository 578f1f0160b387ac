'use client';

import { useState, type SyntheticEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Callout } from '@/components/ui/Callout';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { EmailField } from './EmailField';
import { postJson } from './post-json';

const MIN_PASSWORD = 10;

/** Makes the first account, which is an admin, with the code that the terminal printed. */
export function SetupForm({ code }: { code: string }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  async function submit(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget));
    setBusy(true);
    setRefusal(undefined);
    const posted = await postJson('/api/setup', fields);
    if (posted.ok) window.location.assign('/projects');
    else {
      setRefusal(posted.message);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label="Setup code" hint="Printed in the terminal where Stemma was started.">
        {(control) => (
          <Input
            {...control}
            name="code"
            defaultValue={code}
            required
            autoComplete="one-time-code"
            spellCheck={false}
            className="h-10 font-mono"
          />
        )}
      </Field>
      <Field label="Your name">
        {(control) => (
          <Input
            {...control}
            name="name"
            required
            maxLength={200}
            autoComplete="name"
            className="h-10"
          />
        )}
      </Field>
      <EmailField />
      <Field label="Password" hint={`At least ${String(MIN_PASSWORD)} characters.`}>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            required
            minLength={MIN_PASSWORD}
            autoComplete="new-password"
            className="h-10"
          />
        )}
      </Field>
      {refusal === undefined ? null : <Callout tone="danger">{refusal}</Callout>}
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        Create the first account
      </Button>
    </form>
  );
}
