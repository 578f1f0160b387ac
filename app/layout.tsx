import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/Providers';
import { SkipLink } from '@/components/shell/SkipLink';
import { parseTheme, THEME_COOKIE, themeAttribute } from '@/components/shell/theme/theme';

export const metadata: Metadata = {
  title: { default: 'Stemma', template: '%s · Stemma' },
  description: 'A visual workflow editor in which every edit is a version.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#12181b' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={themeAttribute(theme)}>
      <body>
        <SkipLink />
        <Providers theme={theme}>{children}</Providers>
      </body>
    </html>
  );
}
