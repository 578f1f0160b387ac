'use client';

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Toaster as Sonner } from 'sonner';

/** One per page. Call `toast` of sonner to show a message. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      gap={8}
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-ok-fg" />,
        error: <CircleAlert aria-hidden className="size-4 text-danger-fg" />,
        warning: <TriangleAlert aria-hidden className="size-4 text-warn-fg" />,
        info: <Info aria-hidden className="size-4 text-info-fg" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) max-w-[calc(100vw-2rem)] items-start gap-2.5 rounded-lg border border-line bg-raised p-3 text-sm text-fg shadow-overlay',
          icon: 'mt-0.5',
          content: 'min-w-0 flex-1 break-words',
          title: 'font-medium',
          description: 'mt-0.5 text-fg-muted',
          actionButton:
            'ml-auto shrink-0 rounded-md border border-line-strong px-2 py-0.5 text-xs font-medium hover:bg-hover',
        },
      }}
    />
  );
}
