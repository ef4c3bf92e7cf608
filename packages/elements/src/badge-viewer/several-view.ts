/** Several badges at once, each folded under its verdict; and one badge in a line, for a page that shows its own. */
import { html, nothing } from 'lit';
import { renderIssuer, renderPicture } from './head-view.ts';
import type { Reading } from './reading.ts';
import { standingOf, type Standing } from './standing.ts';
import { renderBadge, stateText, type ViewContext } from './view.ts';
import type { Words } from './words.ts';

const renderTag = (standing: Standing, words: Words): unknown =>
  html`<span class="tag ${standing.tone}"><span aria-hidden="true">${standing.sign}</span>${stateText(standing, words)}</span>`;

/** « 10 : Vérifié », the most frequent first. */
function renderCounts(readings: readonly Reading[], words: Words): unknown {
  const counts = new Map<string, { standing: Standing; count: number }>();
  for (const { verdict, facts } of readings) {
    if (!verdict) continue;
    const standing = standingOf(verdict, facts);
    const known = counts.get(standing.key);
    if (known) known.count += 1;
    else counts.set(standing.key, { standing, count: 1 });
  }
  return html`<ul class="counts">${[...counts.values()].sort((one, other) => other.count - one.count).map(({ standing, count }) => html`<li
    class="tag ${standing.tone}"><span aria-hidden="true">${standing.sign}</span>${words.t('summaryOf', { count, state: stateText(standing, words) })}</li>`)}</ul>`;
}

export function renderList(readings: readonly Reading[], shown: number, context: ViewContext, more: () => void): unknown {
  const { words } = context;
  const { t } = words;
  const done = readings.filter(({ verdict }) => verdict).length;
  return html`<h2 tabindex="-1" data-focus="result">${done < readings.length ? t('readingMany', { done, count: readings.length }) : t('results', { count: readings.length })}</h2>
    ${renderCounts(readings, words)}
    <ul class="list" part="list">${readings.slice(0, shown).map((reading) => {
      const { verdict, facts, source } = reading;
      return html`<li><details @toggle=${(event: Event) => { reading.open = (event.target as HTMLDetailsElement).open; context.redraw(); }}>
        <summary><span><strong>${facts?.name || source.name || t('unnamed')}</strong>${facts ? html`<span class="soft">${facts.issuer.name}</span>` : nothing}</span>${
          verdict ? renderTag(standingOf(verdict, facts), words) : html`<span class="soft">…</span>`}</summary>
        ${reading.open ? renderBadge(reading, context) : nothing}</details></li>`;
    })}</ul>
    ${readings.length > shown ? html`<button type="button" class="secondary" part="button" @click=${more}>${t('more', { count: readings.length - shown })}</button>` : nothing}`;
}

/** « Bibliothèque partenaire, délivré par …, vérifié »: for a page that shows the badge that it was given. */
export function renderCompact(reading: Reading, href: string, context: ViewContext): unknown {
  const { words } = context;
  const { verdict, facts } = reading;
  return html`<div class="box compact" part="viewer badge">
    ${renderPicture(reading, words)}
    <div><p><strong part="name">${facts?.name || words.t(verdict ? 'unnamed' : 'reading')}</strong></p>
      ${verdict ? html`<p part="verdict">${renderTag(standingOf(verdict, facts), words)}</p>` : nothing}
      ${facts && verdict ? html`<p class="soft" part="issuer">${words.t('issuedBy')} ${renderIssuer(reading, facts, words)}</p>` : nothing}
      ${href ? html`<p><a href=${href}>${words.t('details')}</a></p>` : nothing}</div>
    ${href || !verdict ? nothing : html`<details @toggle=${(event: Event) => { reading.open = (event.target as HTMLDetailsElement).open; context.redraw(); }}><summary>${words.t('details')}</summary>${
      reading.open ? renderBadge(reading, context) : nothing}</details>`}
  </div>`;
}
