'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { failureOf } from '@/components/trpc/failure';
import { Button } from '@/components/ui/Button';
import { NameDialog } from './NameDialog';

interface CreateByNameProps {
  /** “New project”. */
  title: string;
  description: string;
  /** The verb: “Create project”. */
  action: string;
  placeholder: string;
  /** The mutation; after it has gone through, the page is left. */
  create: { isPending: boolean; isSuccess: boolean; error: unknown; reset: () => void };
  onSubmit: (name: string) => void;
}

/** A button that asks for a name and makes something of it. */
export function CreateByName({ title, create, ...dialog }: CreateByNameProps) {
  const [open, setOpen] = useState(false);

  function change(next: boolean): void {
    setOpen(next);
    if (next) create.reset();
  }

  return (
    <>
      <Button variant="primary" onClick={() => change(true)}>
        <Plus aria-hidden />
        {title}
      </Button>
      <NameDialog
        {...dialog}
        open={open}
        onOpenChange={change}
        title={title}
        busy={create.isPending || create.isSuccess}
        error={create.error === null ? undefined : failureOf(create.error).message}
      />
    </>
  );
}
