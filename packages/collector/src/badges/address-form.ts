/** Asks for the address that a message will confirm. */
import { html } from 'hono/html';
import type { Language } from '../http/language.ts';
import { say } from './words.ts';
import type { Word } from './words.ts';

export interface AddressForm {
  /** What was typed, when it was not taken. */
  readonly email?: string;
  /** What is wrong with it. */
  readonly trouble?: Word | undefined;
  /** The page itself when empty. */
  readonly action?: string;
}

export function addressForm(language: Language, { email = '', trouble, action = '' }: AddressForm) {
  const t = say(language);
  return html`<form method="post" action="${action}"><label for="email">${t('email')}</label><p id="help">${t('emailExample')}</p>
    ${trouble ? html`<p id="wrong" class="note bad" role="alert">${t(trouble)}</p>` : ''}
    <input id="email" name="email" type="email" required autocomplete="email" maxlength="254" value="${email}" aria-describedby="${trouble ? 'wrong help' : 'help'}" aria-invalid="${trouble ? 'true' : 'false'}">
    <button class="main">${t('send')}</button></form>`;
}
