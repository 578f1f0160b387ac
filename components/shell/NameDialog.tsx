'use client';

import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from '@/components/ui/Button';
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
} from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';

const MAX_NAME = 200;

interface NameDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** The verb: “Create workflow”. */
  action: string;
  placeholder?: string;
  initial?: string;
  busy: boolean;
  error?: string | undefined;
  onSubmit: (name: string) => void;
}

/** Asks for one name. Mounted anew each time it opens, so it never shows an old draft. */
export function NameDialog({ open, onOpenChange, title, description, ...form }: NameDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={title} description={description} size="sm">
        <NameForm {...form} />
      </DialogContent>
    </Dialog>
  );
}

type NameFormProps = Omit<NameDialogProps, 'open' | 'onOpenChange' | 'title' | 'description'>;

function NameForm({ action, placeholder, initial = '', busy, error, onSubmit }: NameFormProps) {
  const [name, setName] = useState(initial);
  const [missing, setMissing] = useState(false);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (name.trim() === '') setMissing(true);
    else onSubmit(name.trim());
  }

  return (
    <form onSubmit={submit}>
      <DialogBody>
        <Field label="Name" error={missing && name.trim() === '' ? 'A name is needed.' : error}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              autoComplete="off"
              maxLength={MAX_NAME}
              placeholder={placeholder}
              value={name}
              onChange={(event) => setName(event.target.value)}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={busy}>
          {action}
        </Button>
      </DialogFooter>
    </form>
  );
}
