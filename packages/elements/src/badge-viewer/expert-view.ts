/** For whoever wants to know why: each check, each finding with its place and its reference, the signature, the keys, the hash. */
import { CHECKS, stripBidi, type CheckName, type CheckState } from '@assembleurs/open-badges';
import { html, nothing } from 'lit';
import { proofsOf } from './facts.ts';
import type { Reading } from './reading.ts';
import type { ViewContext } from './view.ts';
import type { ViewerKey } from './messages/fr.ts';

const NAMES = {
  structure: 'checkStructure', integrity: 'checkIntegrity', issuer: 'checkIssuer', dates: 'checkDates', status: 'checkStatus', recipient: 'checkRecipient',
} as const satisfies Readonly<Record<CheckName, ViewerKey>>;
const STATES = {
  ok: ['ok', '✓', 'isOk'], failed: ['bad', '✕', 'isFailed'], unknown: ['unknown', '?', 'isUnknown'], 'not checked': ['unknown', '–', 'isUnchecked'],
} as const satisfies Readonly<Record<CheckState, readonly [string, string, ViewerKey]>>;

/** Findings that are listed: a record of hundreds of badges has thousands. */
const MOST_FINDINGS = 200;

const renderHash = ({ hash }: Reading, { words: { t } }: ViewContext): unknown =>
  hash ? html`<dt>${t('hash', { method: hash.method })}</dt><dd><code>${hash.hex}</code></dd>` : nothing;

export function renderExpert(reading: Reading, context: ViewContext): unknown {
  const { verdict, facts } = reading;
  const { t, lang } = context.words;
  if (!verdict) return nothing;
  const row = (term: string, value: string): unknown => (value ? html`<dt>${term}</dt><dd><code>${stripBidi(value)}</code></dd>` : nothing);
  return html`<details class="expert" part="expert" @toggle=${(event: Event) => {
    // The hash is reckoned when somebody looks.
    if ((event.target as HTMLDetailsElement).open) reading.reckonHash();
  }}><summary>${t('expert')}</summary><div>
    <table><caption class="vh">${t('checks')}</caption><tbody>${CHECKS.map((check) => {
      const [tone, sign, key] = STATES[verdict.checks[check]];
      return html`<tr><th scope="row">${t(NAMES[check])}</th><td class=${tone}><span aria-hidden="true">${sign}</span> ${t(key)}</td></tr>`;
    })}</tbody></table>
    ${verdict.messages.length > 0 ? html`<ul class="items">${verdict.messages.slice(0, MOST_FINDINGS).map(({ text, path, section, code }) => html`<li>
      <span>${text[lang]}</span><span class="soft"><code>${stripBidi(path)}</code> · ${section ? `${section} · ` : ''}<code>${code}</code></span></li>`)}</ul>` : nothing}
    <dl>
      ${row(t('badgeKind'), verdict.kind ?? '')}${row(t('identifier'), facts?.id ?? '')}${row(t('issuerId'), facts?.issuer.id ?? '')}
      ${proofsOf(verdict).map(({ type, key, created }) => [row(t('proof'), type), row(t('key'), key), row(t('signedAt'), created)])}
      ${renderHash(reading, context)}
    </dl>
  </div></details>`;
}
