import { createTransport } from 'nodemailer';

export type Mail = {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  language: string;
};
/** What the mail server said. `responseCode`: its three digits; `code`: the driver's word for what went wrong. */
export type MailAnswer =
  | { isSent: true }
  | { isSent: false; problem: string; responseCode?: number; code?: string };
export type SendMail = (mail: Mail) => Promise<MailAnswer>;
export type MailServer = { send: SendMail; close(): void };

const PATIENCE = 15_000;

/** Speaks to the mail server of an smtp:// or smtps:// address; connects when there is something to send. */
export function openMailServer(url: string): MailServer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: 2 * PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const send: SendMail = async ({ language, ...mail }) => {
    try {
      await transport.sendMail({
        ...mail,
        // An object, not a text that would be parsed into several addresses.
        to: { name: '', address: mail.to },
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
      });
      return { isSent: true };
    } catch (error) {
      return explain(error);
    }
  };
  return { send, close: () => transport.close() };
}

function explain(error: unknown): MailAnswer {
  const said = error as { responseCode?: number; code?: string; response?: string; message?: string };
  return {
    isSent: false,
    problem: (said.response ?? said.message ?? 'unknown').slice(0, 300),
    ...(said.responseCode === undefined ? {} : { responseCode: said.responseCode }),
    ...(said.code === undefined ? {} : { code: said.code }),
  };
}
