'use client';

import { Check, Copy } from 'lucide-react';
import { useCopy } from './use-copy';
import { IconButton } from './IconButton';

/** `what` completes “Copy …”. */
export function CopyButton({
  text,
  what,
  className,
}: {
  text: string;
  what: string;
  className?: string;
}) {
  const { copied, copy } = useCopy();
  return (
    <IconButton
      label={copied ? 'Copied' : `Copy ${what}`}
      size="sm"
      {...(className === undefined ? {} : { className })}
      onClick={() => void copy(text)}
    >
      {copied ? <Check aria-hidden className="text-ok-fg" /> : <Copy aria-hidden />}
    </IconButton>
  );
}
