/** Messages by SMTP. They go in the background: how long a message takes would tell whether an address was the right one. */
import { createTransport } from 'nodemailer';
import type { Logger } from './log.ts';

export interface MailOptions {
  /** `smtp://host:port`, or `smtps://account:secret@host`. */
  readonly server: string;
  readonly from: string;
}

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mail {
  send(message: Message): void;
  /** Waits for what was begun. */
  close(): Promise<void>;
}

export function openMail({ server, from }: MailOptions, log: Logger): Mail {
  const transport = createTransport(server, { from });
  const begun = new Set<Promise<void>>();
  return {
    send: (message) => {
      const sending: Promise<void> = transport.sendMail({ ...message, disableFileAccess: true, disableUrlAccess: true }).then(
        () => undefined,
        // An SMTP error quotes the address: its code says enough.
        (error: unknown) => { log.error({ code: (error as { code?: unknown }).code }, 'message not sent'); },
      ).finally(() => begun.delete(sending));
      begun.add(sending);
    },
    close: async () => {
      await Promise.all(begun);
      transport.close();
    },
  };
}
