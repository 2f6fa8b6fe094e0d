import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type MailServer = {
  url: string;
  /** Mails that arrived, in order. */
  mails: ParsedMail[];
  /** What the server says to a recipient: nothing when it takes her, else its answer. */
  answers: (address: string) => { code: number; words: string } | null;
  /** Waits for the next mail to an address that nobody has waited for yet. */
  next(address: string, patience?: number): Promise<ParsedMail>;
  stop(): Promise<void>;
};

/** A real mail server on this machine. @param port the one of a server that was stopped, to come back at */
export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const taken = new Set<ParsedMail>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onRcptTo: ({ address }, _session, done) => {
      const answer = box.answers(address);
      if (answer === null) return done();
      return done(Object.assign(new Error(answer.words), { responseCode: answer.code }));
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  const box: MailServer = {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    answers: () => null,
    next: async (to, patience = 20_000) => {
      const end = Date.now() + patience;
      while (Date.now() < end) {
        const mail = mails.find((one) => !taken.has(one) && recipients(one).includes(to));
        if (mail !== undefined) {
          taken.add(mail);
          return mail;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`no mail to ${to}`);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return box;
}

export function recipients(mail: ParsedMail): string[] {
  return [mail.to ?? []].flat().flatMap(({ value }) => value.map((one) => one.address ?? ''));
}

/** Path of the link in a mail that signs in, and its code. */
export function linkAndCode(mail: ParsedMail): { path: string; code: string } {
  const path = /https?:\/\/\S+?(\/sign-in\/link\?token=[\w-]+)/.exec(mail.text ?? '')?.[1];
  const code = /\b(\d{6})\b/.exec((mail.text ?? '').replaceAll(/https?:\S+/g, ''))?.[1];
  if (path === undefined || code === undefined) throw new Error('the mail holds no link or no code');
  return { path, code };
}
