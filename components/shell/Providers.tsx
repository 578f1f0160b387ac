import type { ReactNode } from 'react';
import { ApiProvider } from '@/components/trpc/ApiProvider';
import { Toaster } from '@/components/ui/Toaster';
import { TooltipProvider } from '@/components/ui/Tooltip';
import type { Theme } from './theme/theme';
import { ThemeProvider } from './theme/ThemeProvider';

/** What every page stands in. */
export function Providers({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <ThemeProvider initial={theme}>
      <ApiProvider>
        <TooltipProvider>{children}</TooltipProvider>
        <Toaster />
      </ApiProvider>
    </ThemeProvider>
  );
}
