/** Under the badge's head: whom to ask, whether it is mine, and what it says of itself. */
import type { Verdict } from '@assembleurs/open-badges';
import { html, nothing } from 'lit';
import { endorsable, endorsementOf, factsOf, type BadgeFacts, type Linked } from './facts.ts';
import { renderMarkdown, strangerLink } from './markdown.ts';
import type { Reading } from './reading.ts';
import { issuerStanding, standingOf } from './standing.ts';
import { stateText, type ViewContext } from './view.ts';
import type { Words } from './words.ts';

/** Nothing is asked of anybody before one of these buttons, which name whom. */
function renderHosts(reading: Reading, context: ViewContext): unknown {
  const { words: { t }, online } = context;
  const hosts = reading.hosts.filter(({ state }) => state !== 'answered');
  const remote = reading.remotePicture && URL.canParse(reading.remotePicture) ? new URL(reading.remotePicture).host : '';
  if (hosts.length === 0 && !remote) return nothing;
  return html`<div class="note hosts" part="hosts">
    ${hosts.length > 0 ? html`<p><strong>${t('hosts', { count: hosts.length })}</strong></p><p class="soft">${t(online ? 'hostsHelp' : 'offline')}</p>` : nothing}
    ${hosts.map(({ name, state }) => html`<div class="row">${state === 'asking'
      ? html`<span>${t('asking', { host: name })}</span>`
      : html`${state === 'silent' ? html`<span class="bad">${t('silent', { host: name })}</span>` : nothing}<button type="button" class="secondary" part="button"
          ?disabled=${!online} @click=${() => { void reading.ask(name).then(() => { context.toResult(reading); }); }}>${state === 'silent' ? t('askAgain') : t('ask', { host: name })}</button>`}</div>`)}
    ${remote ? html`<button type="button" class="plain" part="button" @click=${() => { reading.showRemotePicture(); }}>${t('showPicture', { host: remote })}</button>` : nothing}
  </div>`;
}

function renderMine(reading: Reading, { recipient }: BadgeFacts, context: ViewContext): unknown {
  const { t } = context.words;
  if (!recipient.comparable) return nothing;
  const { checks } = reading.verdict ?? {};
  const answer = !reading.compared ? '' : t(checks?.recipient === 'ok' ? 'mineYes' : checks?.recipient === 'failed' ? 'mineNo' : 'mineUnknown', { email: reading.compared });
  const tone = checks?.recipient === 'ok' ? 'ok' : checks?.recipient === 'failed' ? 'bad' : 'unknown';
  const compare = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('input');
    const email = field?.value.trim() ?? '';
    if (!email.includes('@')) {
      reading.compareTrouble = true;
      context.announce(t('mineEmpty'));
      context.redraw();
      field?.focus();
      return;
    }
    await reading.compare(email);
    const said = reading.verdict?.checks.recipient;
    context.announce(t(said === 'ok' ? 'mineYes' : said === 'failed' ? 'mineNo' : 'mineUnknown', { email }));
  };
  return html`<details class="mine" part="mine"><summary>${t('mine')}</summary>
    <form novalidate @submit=${compare}>
      <div class="line"><label class="field">${t('mineLabel')}<input class="input" type="email" autocomplete="email" inputmode="email" aria-invalid=${reading.compareTrouble} aria-describedby="asb-mine-e"></label>
        <button class="secondary" part="button">${t('compare')}</button></div>
      <p class="error" id="asb-mine-e">${reading.compareTrouble ? html`<span aria-hidden="true">▲</span>${t('mineEmpty')}` : nothing}</p>
      <p class="soft">${t('mineHelp')}</p>
      ${answer ? html`<p class=${tone}><strong>${answer}</strong></p>` : nothing}
    </form></details>`;
}

const section = (title: string, part: string, body: unknown): unknown => html`<section part=${part}><h3>${title}</h3>${body}</section>`;

const renderLinked = (items: readonly Linked[], { t }: Words, unnamed: (number: number) => string): unknown => html`<ul class="items">${items.map(({ name, text, url, note }, index) => html`<li>
  <span>${url ? html`${strangerLink(url, name || unnamed(index + 1))} <span class="soft">${new URL(url).host} ${t('opens')}</span>` : html`<strong>${name || (text ? '' : unnamed(index + 1))}</strong>`}</span>
  ${note ? html`<span class="soft">${note}</span>` : nothing}${text ? renderMarkdown(text) : nothing}</li>`)}</ul>`;

/** Proven: signed by an organisation that holds its address or that the page knows, and about this badge. */
function endorsementTag(endorsement: Verdict, about: string, mayConcern: ReadonlySet<string>): readonly [tone: 'ok' | 'bad' | 'unknown', sign: string, key: 'endorsementGood' | 'endorsementBad' | 'issuerDeclared'] {
  if (endorsement.state !== 'verified' || endorsement.kind !== 'EndorsementCredential' || !mayConcern.has(about)) return ['bad', '✕', 'endorsementBad'];
  return issuerStanding(endorsement, undefined) === 'declared' ? ['unknown', '?', 'issuerDeclared'] : ['ok', '✓', 'endorsementGood'];
}

const renderEndorsement = (endorsement: Verdict, mayConcern: ReadonlySet<string>, { t }: Words): unknown => {
  const { by, text, about } = endorsementOf(endorsement);
  const [tone, sign, key] = endorsementTag(endorsement, about, mayConcern);
  return html`<li><span>${t('endorsedBy', { name: by || '?' })} <span class="tag ${tone}"><span aria-hidden="true">${sign}</span>${t(key)}</span></span>${
    text ? renderMarkdown(text) : nothing}</li>`;
};

/** A badge inside a record or a presentation: its own verdict, its name, who gave it. */
const renderPart = (part: Verdict, { words }: ViewContext): unknown => {
  const facts = factsOf(part);
  const standing = standingOf(part, facts);
  return html`<li><strong>${facts?.name || words.t('unnamed')}</strong> <span class="tag ${standing.tone}"><span aria-hidden="true">${standing.sign}</span>${stateText(standing, words)}</span>
    ${facts ? html`<span class="soft">${words.t('issuedBy')} ${facts.issuer.name}</span>` : nothing}</li>`;
};

export function renderMore(reading: Reading, context: ViewContext): unknown {
  const { facts, verdict } = reading;
  const { words } = context;
  const { t } = words;
  const { parts, endorsements } = verdict ?? { parts: [], endorsements: [] };
  const mayConcern = verdict ? endorsable(verdict) : new Set<string>();
  return html`${renderHosts(reading, context)}${facts ? html`
    ${facts.criteria.text || facts.criteria.url ? section(t('criteria'), 'criteria', html`${facts.criteria.text ? renderMarkdown(facts.criteria.text) : nothing}${
      facts.criteria.url ? html`<p>${strangerLink(facts.criteria.url, t('criteriaLink'))} <span class="soft">${new URL(facts.criteria.url).host} ${t('opens')}</span></p>` : nothing}`) : nothing}
    ${facts.narrative ? section(t('narrative'), 'narrative', renderMarkdown(facts.narrative)) : nothing}
    ${facts.evidence.length > 0 ? section(t('evidence'), 'evidence', renderLinked(facts.evidence, words, (number) => t('evidenceItem', { number }))) : nothing}
    ${facts.results.length > 0 ? section(t('outcome'), 'results', renderLinked(facts.results, words, String)) : nothing}
    ${facts.alignments.length > 0 ? section(t('alignments'), 'alignments', renderLinked(facts.alignments, words, String)) : nothing}
    ${facts.tags.length > 0 ? section(t('skills'), 'skills', html`<ul class="chips">${facts.tags.map((tag) => html`<li>${tag}</li>`)}</ul>`) : nothing}` : nothing}
  ${endorsements.length > 0 ? section(t('endorsements'), 'endorsements', html`<ul class="items">${endorsements.slice(0, 50).map((each) => renderEndorsement(each, mayConcern, words))}</ul>`) : nothing}
  ${parts.length > 0 ? section(t('parts', { count: parts.length }), 'parts', html`<ul class="items">${parts.slice(0, 100).map((part) => renderPart(part, context))}</ul>`) : nothing}
  ${facts ? renderMine(reading, facts, context) : nothing}`;
}
