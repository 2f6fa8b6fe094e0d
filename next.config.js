/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // server/http/compress.ts does it better.
  compress: false,
  // Pages are sent whole (server/http/whole-pages.ts), so nothing is won by sending title and description later.
  htmlLimitedBots: /./,
  images: { unoptimized: true },
  // A file that comes with a form. Which addresses take so much, and from whom, server/http/target.ts says.
  experimental: { serverActions: { bodySizeLimit: '11mb' } },
  // `npm test` checks types; the first start of a user need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Drivers that open sockets of their own stay outside of the bundle.
  serverExternalPackages: ['postgres', 'graphile-worker', 'pino'],
};

export default config;
