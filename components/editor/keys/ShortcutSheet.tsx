'use client';

import { Dialog, DialogBody, DialogContent } from '@/components/ui/Dialog';
import { Kbd } from '@/components/ui/Kbd';
import { modKey } from './mod-key';
import { SHORTCUTS } from './shortcuts';

interface ShortcutSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function ShortcutSheet({ open, onOpenChange }: ShortcutSheetProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Keyboard shortcuts" size="lg">
        <DialogBody className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
          {SHORTCUTS.map(({ title, items }) => (
            <section key={title}>
              <h3 className="mb-1.5 text-xs font-semibold text-fg-muted">{title}</h3>
              <dl className="divide-y divide-line">
                {items.map(({ does, keys }) => (
                  <div key={does} className="flex items-center justify-between gap-4 py-1.5">
                    <dt className="text-sm">{does}</dt>
                    <dd className="flex gap-2">
                      {keys.map((combination) => (
                        <Kbd
                          key={combination.join()}
                          keys={combination.map((key) => (key === 'Mod' ? modKey() : key))}
                        />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
