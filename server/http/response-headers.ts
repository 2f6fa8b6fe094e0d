import { randomBytes } from 'node:crypto';

export type Policy = { contentSecurityPolicy: string; headers: Record<string, string> };

/**
 * For built files, which are no documents: a page loads a dozen of them, and what they do not need would
 * weigh more than some of them.
 */
export const staticFileHeaders: Record<string, string> = {
  'content-security-policy': "default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** For what people have uploaded: opened as a page by itself it can do nothing. */
export const uploadedFileHeaders: Record<string, string> = {
  ...staticFileHeaders,
  'content-security-policy': "sandbox; default-src 'none'",
  'referrer-policy': 'no-referrer',
};

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/**
 * What every answer says to the browser. Next reads the nonce from the request's copy of the policy.
 * @param publicUrl where https is used, browsers are told to stay with it.
 */
export function policyFor(
  nonce: string,
  options: { isDevelopment: boolean; publicUrl: string | undefined },
): Policy {
  const { isDevelopment, publicUrl } = options;
  const directives = [
    "default-src 'none'",
    // In development React evaluates strings, and styles are injected as they change.
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  const contentSecurityPolicy = directives.join('; ');
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  return {
    contentSecurityPolicy,
    headers: {
      'content-security-policy': contentSecurityPolicy,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy':
        'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
      ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    },
  };
}
