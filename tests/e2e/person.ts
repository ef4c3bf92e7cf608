/** Who meets one of our elements: reads what shows, presses what can be pressed, gives and takes files. */
import type { Page } from 'puppeteer-core';

const PATIENCE = { timeout: 30_000 };

export class Person {
  readonly page: Page;
  /** A selector of the page's element, or of the first of several. */
  readonly #element: string;

  constructor(page: Page, element: string) {
    this.page = page;
    this.#element = element;
  }

  sees(words: string): Promise<unknown> {
    return this.page.waitForFunction((element, expected) => [...document.querySelectorAll(element)].some(({ shadowRoot }) => [...shadowRoot?.children ?? []].some((each) => (each as HTMLElement).innerText.replaceAll('\u00a0', ' ').includes(expected))), PATIENCE, this.#element, words);
  }

  /** By what it says or is called; the nth of them. */
  async press(label: string, nth = 0): Promise<void> {
    await this.page.waitForFunction((element, words, at) => {
      const all = [...document.querySelector(element)?.shadowRoot?.querySelectorAll<HTMLButtonElement>('button, summary') ?? []];
      const found = all.filter((each) => each.checkVisibility() && !each.disabled && `${each.innerText} ${each.ariaLabel ?? ''}`.replaceAll('\u00a0', ' ').includes(words))[at];
      found?.click();
      return found !== undefined;
    }, PATIENCE, this.#element, label, nth);
  }

  /** Into the field of that id. */
  async type(id: string, value: string): Promise<void> {
    const field = await this.page.waitForSelector(`:is(${this.#element}) >>> #${id}`, PATIENCE);
    await field?.evaluate((each, text) => {
      (each as HTMLInputElement).value = text;
      each.dispatchEvent(new Event('input'));
    }, value);
  }

  async gives(name: string, bytes: Buffer, selector = 'input[type=file]'): Promise<void> {
    const input = await this.page.waitForSelector(`:is(${this.#element}) >>> ${selector}`, PATIENCE);
    await input?.evaluate((each, called, content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0))], called));
      (each as HTMLInputElement).files = transfer.files;
      each.dispatchEvent(new Event('change'));
    }, name, bytes.toString('base64'));
  }

  /** The bytes that pressing hands over. */
  async takes(press: string | (() => Promise<void>)): Promise<Buffer> {
    const file = this.page.evaluate(() => new Promise<string>((done) => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        URL.createObjectURL = make;
        const reader = new FileReader();
        reader.onload = () => { done(typeof reader.result === 'string' ? reader.result.split(',')[1] ?? '' : ''); };
        reader.readAsDataURL(blob);
        return make(blob);
      };
    }));
    await (typeof press === 'string' ? this.press(press) : press());
    return Buffer.from(await file, 'base64');
  }
}
