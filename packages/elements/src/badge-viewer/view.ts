/** What a person reads first of a badge: the verdict. What the badge is comes with the rest, once it was read. */
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { extrasHere } from './extras-loader.ts';
import type { LookAlike } from './look-alike.ts';
import type { Reading } from './reading.ts';
import { issuerStanding, provenHost, standingOf, type Standing } from './standing.ts';
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

/** One badge, whole. */
export function renderBadge(reading: Reading, context: ViewContext): unknown {
  const { facts, verdict } = reading;
  const extras = extrasHere();
  return html`<article class="badge" part="badge" data-reading=${reading.id} aria-busy=${reading.busy} data-state=${ifDefined(verdict?.state)}>
    ${renderBand(reading, context)}
    ${verdict && extras ? html`${facts ? extras.renderHead(reading, facts, context) : nothing}${extras.renderMore(reading, context)}${verdict.document ? extras.renderActions(reading, context) : nothing}${extras.renderExpert(reading, context)}` : nothing}
  </article>`;
}
