/** How many messages strangers make this process send: anybody may ask for a permission, in anybody's name. */
import { createHmac, randomBytes } from 'node:crypto';

const HOUR_MS = 3_600_000;
/** To one address in an hour, and to all of them. */
const TO_ONE = 6;
const TO_ALL = 300;

export interface MailBudget {
  /** Counts one more; false when it is one too many. */
  takes(email: string): boolean;
}

/** In memory, under a key that no other process has: no address is kept. */
export function mailBudget(now: () => Date): MailBudget {
  const key = randomBytes(16);
  let sent: { readonly to: string; readonly at: number }[] = [];
  return {
    takes: (email) => {
      const at = now().getTime();
      const to = createHmac('sha256', key).update(email.toLowerCase()).digest('base64url');
      sent = sent.filter((each) => each.at > at - HOUR_MS);
      if (sent.length >= TO_ALL || sent.filter((each) => each.to === to).length >= TO_ONE) return false;
      sent.push({ to, at });
      return true;
    },
  };
}
