import type { NextConfig } from 'next';

/** `npm test` builds beside `npm start`, never over it. */
const distDir = process.env.STEMMA_NEXT_DIR ?? '.next';

const config: NextConfig = {
  distDir,
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  agentRules: false,
  allowedDevOrigins: ['127.0.0.1'],
  images: { unoptimized: true },
  // `npm test` checks the types; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pino'],
  experimental: { agentUpgrade: false },
  headers: () =>
    Promise.resolve([
      {
        source: '/:path*',
        headers: [
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
    ]),
};

export default config;
