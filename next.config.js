/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // server/http/compress.ts does it better.
  compress: false,
  images: { unoptimized: true },
  // `npm test` checks types; the first start of a user need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Drivers that open sockets of their own stay outside of the bundle.
  serverExternalPackages: ['postgres', 'graphile-worker', 'pino'],
};

export default config;
