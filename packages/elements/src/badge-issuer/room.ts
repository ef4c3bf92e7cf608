/** All that an open desk needs, loaded together: a page that holds the element waits for none of it. */
import { html, nothing } from 'lit';
import { Desk, type DeskHost, STEPS, type Step } from './desk.ts';
import { designFrom } from './designs.ts';
import { renderHand } from './hand-view.ts';
import { renderRegister } from './register-view.ts';
import { renderSign } from './sign-view.ts';
import { loadTools } from './tools.ts';
import { renderWhat } from './what-view.ts';
import { renderWho } from './who-view.ts';
import { renderWhom } from './whom-view.ts';

export type { Desk };
export { loadWords, wordsIn } from './words.ts';

const VIEWS: Readonly<Record<Step, (desk: Desk) => unknown>> = { who: renderWho, what: renderWhat, whom: renderWhom, sign: renderSign, hand: renderHand, register: renderRegister };

/** With what the device keeps; `template` is what to begin with when nothing was begun. */
export async function openDesk(host: DeskHost, template: string): Promise<Desk> {
  const { findTemplate } = await loadTools();
  const desk = new Desk(host);
  await desk.load();
  const found = findTemplate(template);
  if (found && !desk.design) desk.startDesign(designFrom(found, host.words.lang));
  return desk;
}

const steps = (desk: Desk): unknown => {
  const { step, run, host: { words: { t } } } = desk;
  return html`<nav aria-label=${t('steps')} part="steps"><ol class="steps">${STEPS.map((each, at) => html`<li><button type="button" class="step" part="button" aria-current=${each === step ? 'step' : 'false'} ?disabled=${run.state === 'running'} @click=${() => { desk.go(each); }}>
  <span class="number" aria-hidden="true">${at + 1}</span>${t(`step_${each}`)}</button></li>`)}</ol></nav>`;
};

export function renderDesk(desk: Desk): unknown {
  const { t } = desk.host.words;
  return html`<div class="box" part="desk">${steps(desk)}
    ${desk.keeps ? nothing : html`<p class="note trouble" part="note">${t('keepsNothing')}</p>`}
    <section class="stack" part="step" aria-labelledby="asb-step"><h2 id="asb-step" tabindex="-1" data-focus="step">${t(`title_${desk.step}`)}</h2>${VIEWS[desk.step](desk)}</section>
  </div>`;
}
