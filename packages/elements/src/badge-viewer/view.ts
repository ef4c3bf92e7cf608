/** The parts of a badge that a person reads: the verdict first, then what the badge is, whose, and since when. */
import { html, nothing, svg } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { extrasHere } from './extras-loader.ts';
import type { BadgeFacts } from './facts.ts';
import type { LookAlike } from './look-alike.ts';
import type { Reading } from './reading.ts';
import { issuerStanding, provenHost, standingOf, type IssuerStanding, type Standing } from './standing.ts';
import type { ViewerKey } from './messages/fr.ts';
import type { Words } from './words.ts';

export interface ViewContext {
  readonly words: Words;
  readonly online: boolean;
  announce(text: string): void;
  redraw(): void;
  /** Says what is known now, and leads there. */
  toResult(reading: Reading): void;
}

/** `verified` → `stateVerified`. */
const keyed = (prefix: 'state' | 'say' | 'looks', name: string): ViewerKey => `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}` as ViewerKey;

export const stateText = ({ key }: Standing, { t }: Words): string => t(keyed('state', key));

const ISSUERS = { known: ['ok', 'issuerKnown'], proven: ['ok', 'issuerProven'], declared: ['unknown', 'issuerDeclared'], unproven: ['unknown', 'issuerUnproven'] } as const satisfies Readonly<Record<IssuerStanding, readonly [string, ViewerKey]>>;

/** A badge without a picture of its own gets the house's, which says nothing. */
export const emblem = svg`<path d="M44 3 81 24v40L44 85 7 64V24Z" fill="currentColor" opacity=".15"/><path d="M44 3 81 24v40L44 85 7 64V24Z" fill="none" stroke="currentColor" stroke-width="4"/><path d="m30 45 10 10 19-22" fill="none" stroke="currentColor" stroke-width="6"/>`;

export const renderPicture = (reading: Reading, { t }: Words): unknown => reading.picture
  ? html`<img class="picture" part="picture" src=${reading.picture} alt=${t('picture')} referrerpolicy="no-referrer" @error=${() => { reading.pictureFailed(); }}>`
  : html`<svg class="picture" part="picture" viewBox="0 0 88 88" aria-hidden="true">${emblem}</svg>`;

/** What the state means for this badge, and what to do. */
function sentences(reading: Reading, { key }: Standing, { words: { t, date, lang } }: ViewContext): unknown {
  const { verdict, facts } = reading;
  if (!verdict) return nothing;
  if (key === 'elsewhere') return html`<p>${t('sayElsewhere', { host: reading.hosts[0]?.name ?? '' })}</p>`;
  const { until, from } = facts?.dates ?? {};
  const params = {
    issuer: facts?.issuer.name || t('unnamed'), host: facts ? provenHost(facts) : '', date: date((key === 'expired' ? until : from) ?? new Date()),
  };
  if (key === 'unreadable') return html`<p>${lost(reading, reading.looks, t, lang)}</p>`;
  const proven = key === 'verified' ? (issuerStanding(verdict, facts) === 'known' ? 'sayVerifiedKnown' : 'sayVerifiedProven') : keyed('say', key);
  const reason = key === 'revoked' ? verdict.messages.find(({ code }) => code === 'status.set')?.text[lang] : undefined;
  const help = (key === 'notProven' || key === 'statusUnknown') && reading.hosts.some(({ state }) => state === 'unasked') ? ` ${t('mayAsk')}` : '';
  const nameOnly = ['expired', 'notYet', 'statusUnknown'].includes(key) && issuerStanding(verdict, facts) === 'declared';
  return html`<p>${t(proven, params)}${help}</p>${nameOnly ? html`<p>${t('sayNameOnly', params)}</p>` : nothing}${reason ? html`<p>${reason}</p>` : nothing}`;
}

/** Why nothing could be read: what the file looks like when that is plain, else the verifier's own words. */
function lost({ verdict, hosts }: Reading, looks: LookAlike, t: Words['t'], lang: Words['lang']): string {
  const [first] = verdict?.messages.filter(({ check }) => check === 'structure') ?? [];
  const precise = first && !['input.unknown', 'json.syntax', 'input.empty', 'badge.kind'].includes(first.code);
  if (hosts.length === 0 && looks && !precise) return t(keyed('looks', looks));
  return first?.text[lang] ?? t('sayUnreadable');
}

export function renderBand(reading: Reading, context: ViewContext): unknown {
  if (!reading.verdict) return html`<div class="band unknown" part="verdict"><span class="sign" aria-hidden="true"><span>…</span></span><h2>${context.words.t('reading')}</h2></div>`;
  const standing = standingOf(reading.verdict, reading.facts);
  return html`<div class="band ${standing.tone}" part="verdict verdict-${standing.tone}">
    <span class="sign" aria-hidden="true"><span>${standing.sign}</span></span>
    <h2 tabindex="-1" data-focus="result">${stateText(standing, context.words)}</h2>
    ${sentences(reading, standing, context)}
  </div>`;
}

export function renderIssuer(reading: Reading, facts: BadgeFacts, { t }: Words): unknown {
  const standing = reading.verdict ? issuerStanding(reading.verdict, facts) : 'unproven';
  const [tone, key] = ISSUERS[standing];
  const host = provenHost(facts);
  return html`${facts.issuer.name || t('unnamed')} <span class="tag ${tone}">${t(standing === 'proven' && !host ? 'issuerKnown' : key, { host })}</span>`;
}

const renderWhen = ({ dates: { issued, from, until } }: BadgeFacts, { t, date }: Words): unknown => {
  const now = Date.now();
  const later = from && from.getTime() > now;
  const row = (term: string, value: string): unknown => html`<dt>${term}</dt><dd>${value}</dd>`;
  return [
    issued ? row(t('issued'), date(issued)) : nothing,
    later ? row(t('from'), date(from)) : nothing,
    until ? row(t(until.getTime() <= now ? 'ended' : 'until'), date(until)) : row(t('validity'), t('noEnd')),
  ];
};

function renderHead(reading: Reading, facts: BadgeFacts, { words }: ViewContext): unknown {
  const { t } = words;
  const { recipient } = facts;
  return html`<div class="head">
    ${renderPicture(reading, words)}
    <div>
      <h3 class="name" part="name">${facts.name || t('unnamed')}</h3>
      ${facts.description ? html`<p>${facts.description}</p>` : nothing}
      <dl part="facts">
        <dt>${t('issuedBy')}</dt><dd part="issuer">${renderIssuer(reading, facts, words)}</dd>
        <dt>${t('recipient')}</dt><dd part="recipient">${recipient.text || t(recipient.comparable ? 'recipientHidden' : 'recipientNone')}</dd>
        ${renderWhen(facts, words)}
      </dl>
    </div>
  </div>`;
}

/** One badge, whole. */
export function renderBadge(reading: Reading, context: ViewContext): unknown {
  const { facts, verdict } = reading;
  const extras = extrasHere();
  return html`<article class="badge" part="badge" data-reading=${reading.id} aria-busy=${reading.busy} data-state=${ifDefined(verdict?.state)}>
    ${renderBand(reading, context)}
    ${facts && verdict ? renderHead(reading, facts, context) : nothing}
    ${verdict && extras ? html`${extras.renderMore(reading, context)}${verdict.document ? extras.renderActions(reading, context) : nothing}${extras.renderExpert(reading, context)}` : nothing}
  </article>`;
}
