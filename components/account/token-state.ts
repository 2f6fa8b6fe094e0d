/** What the form shows after an attempt: what was written, what is wrong, and the new token, once. */
export type TokenState = { name: string; isWriting: boolean; error: string | null; token: string | null };

export const NO_TOKEN: TokenState = { name: '', isWriting: false, error: null, token: null };
