/** What a reader proposes to correct, sent where the page says: any address that takes an answer, as the collector does. */
import type { ActorEntry } from '@assembleurs/commons/actors/facets';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { uuid } from '../internal/uuid.ts';
import type { ViewContext } from './context.ts';
import { type Outcome, post } from './posting.ts';
import type { Work } from './work.ts';

interface Proposal {
  correction: string;
  fonction: string;
  courriel: string;
  /** The same key and content at each try: received twice, it is kept once. */
  sending?: { readonly id: string; readonly body: string };
  state: 'writing' | 'sending' | Outcome;
}

/** By actor: what was typed outlives the card. */
const proposals = new WeakMap<Work, Map<string, Proposal>>();

function proposalOf(work: Work, actor: string): Proposal {
  const all = proposals.get(work) ?? new Map<string, Proposal>();
  proposals.set(work, all);
  const known = all.get(actor) ?? { correction: '', fonction: '', courriel: '', state: 'writing' };
  all.set(actor, known);
  return known;
}

async function send(proposal: Proposal, { actor }: ActorEntry, { work, words: { lang, t }, corrections, announce, focusOn }: ViewContext): Promise<void> {
  const { correction, fonction, courriel } = proposal;
  const answers = Object.fromEntries(Object.entries({ acteur_id: actor.id, acteur: actor.name, commune: actor.commune ?? '', correction: correction.trim(), fonction: fonction.trim(), courriel: courriel.trim() }).filter(([, value]) => value !== ''));
  const body = JSON.stringify({ survey: 'actor-correction', locale: lang, answers });
  const sending = proposal.sending?.body === body ? proposal.sending : { id: uuid(), body };
  proposal.sending = sending;
  proposal.state = 'sending';
  work.show({});
  const outcome = await post(corrections, sending, lang);
  proposal.state = outcome;
  if (outcome.kind === 'acknowledged') {
    proposal.correction = '';
    delete proposal.sending;
  }
  announce(outcome.kind === 'acknowledged' ? t('correctionSent', { code: outcome.code }) : t('correctionNotSent'));
  work.show({});
  focusOn('[data-focus=correction-state]');
}

function renderState({ state }: Proposal, { words: { t } }: ViewContext): unknown {
  if (state === 'writing') return nothing;
  if (state === 'sending') return html`<p class="soft">${t('correctionSending')}</p>`;
  if (state.kind === 'acknowledged') return html`<p class="ok" tabindex="-1" data-focus="correction-state">${t('correctionSent', { code: state.code })}</p>`;
  const why = state.kind === 'refused' ? state.text : t(`correction_${state.why}`);
  return html`<div class="note trouble" tabindex="-1" data-focus="correction-state"><p>${t('correctionNotSent')} ${why}</p></div>`;
}

export function renderCorrection(entry: ActorEntry, context: ViewContext): unknown {
  const { work, words: { t }, corrections, announce, focusOn } = context;
  const proposal = proposalOf(work, entry.actor.id);
  const { state } = proposal;
  const type = (field: 'correction' | 'fonction' | 'courriel') => ({ currentTarget }: Event): void => { proposal[field] = (currentTarget as HTMLInputElement).value; };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (proposal.correction.trim() === '') {
      announce(t('correctionEmpty'));
      focusOn('#f-correction');
    } else void send(proposal, entry, context);
  };
  return html`<details class="more"><summary>${t('correct')}</summary><form class="fields" novalidate @submit=${submit}>
    <div class="field"><label for="f-correction">${t('correctionWhat')}</label><textarea class="input short" id="f-correction" rows="3" maxlength="5000" .value=${live(proposal.correction)} @input=${type('correction')}></textarea></div>
    <div class="field"><label for="f-fonction">${t('correctionWho')}</label><input class="input" id="f-fonction" maxlength="200" autocomplete="organization-title" .value=${live(proposal.fonction)} @input=${type('fonction')}></div>
    <div class="field"><label for="f-courriel">${t('correctionMail')}</label><input class="input" id="f-courriel" type="email" maxlength="200" autocomplete="email" .value=${live(proposal.courriel)} @input=${type('courriel')}></div>
    <p class="soft">${t('correctionGoes', { host: new URL(corrections, document.baseURI).host })}</p>
    ${renderState(proposal, context)}
    <button type="submit" class="secondary" part="button" ?disabled=${state === 'sending'}>${t('correctionSend')}</button></form></details>`;
}
