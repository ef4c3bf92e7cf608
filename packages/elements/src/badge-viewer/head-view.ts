/** What a badge is, whose, and since when. */
import { html, nothing, svg } from 'lit';
import { achievementType } from './achievement-type.ts';
import type { BadgeFacts } from './facts.ts';
import type { Reading } from './reading.ts';
import { issuerStanding, provenHost, type IssuerStanding } from './standing.ts';
import type { ViewerKey } from './messages/fr.ts';
import type { ViewContext } from './view.ts';
import type { Words } from './words.ts';

const ISSUERS = { known: ['ok', 'issuerKnown'], proven: ['ok', 'issuerProven'], declared: ['unknown', 'issuerDeclared'], unproven: ['unknown', 'issuerUnproven'] } as const satisfies Readonly<Record<IssuerStanding, readonly [string, ViewerKey]>>;

/** A badge without a picture of its own gets the house's, which says nothing. */
const emblem = svg`<path d="M44 3 81 24v40L44 85 7 64V24Z" fill="currentColor" opacity=".15"/><path d="M44 3 81 24v40L44 85 7 64V24Z" fill="none" stroke="currentColor" stroke-width="4"/><path d="m30 45 10 10 19-22" fill="none" stroke="currentColor" stroke-width="6"/>`;

export const renderPicture = (reading: Reading, { t }: Words): unknown => reading.picture
  ? html`<img class="picture" part="picture" src=${reading.picture} alt=${t('picture')} referrerpolicy="no-referrer" @error=${() => { reading.pictureFailed(); }}>`
  : html`<svg class="picture" part="picture" viewBox="0 0 88 88" aria-hidden="true">${emblem}</svg>`;

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

export function renderHead(reading: Reading, facts: BadgeFacts, { words }: ViewContext): unknown {
  const { t } = words;
  const { recipient } = facts;
  const type = achievementType(facts.type, words.lang);
  return html`<div class="head">
    ${renderPicture(reading, words)}
    <div>
      <h3 class="name" part="name">${facts.name || t('unnamed')}</h3>
      ${facts.description ? html`<p>${facts.description}</p>` : nothing}
      <dl part="facts">
        ${type ? html`<dt>${t('type')}</dt><dd part="type">${type}</dd>` : nothing}
        <dt>${t('issuedBy')}</dt><dd part="issuer">${renderIssuer(reading, facts, words)}</dd>
        <dt>${t('recipient')}</dt><dd part="recipient">${recipient.text || t(recipient.comparable ? 'recipientHidden' : 'recipientNone')}</dd>
        ${renderWhen(facts, words)}
      </dl>
    </div>
  </div>`;
}
