'use client';

import './globals.css';
import { Notice } from '@/components/shell/Notice';
import { Button } from '@/components/ui/Button';

/** Only when the layout itself broke; brings its own document. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <Notice
          title="Stemma could not show this page"
          actions={
            <Button variant="primary" onClick={() => window.location.reload()}>
              Load again
            </Button>
          }
        >
          That is our fault, not yours. Everything shown as saved is saved.
        </Notice>
      </body>
    </html>
  );
}
