/** How well actors are bound together: each number with the list behind it, and the links to propose. */
import { ACTOR_RECORD_VERSION, type Actor, type LinkProposal, communesWithoutOffer, isolatedActors, libraryCoverage, linksSince, linksToPropose } from '@assembleurs/commons/actors';
import { html, nothing } from 'lit';
import { newRecordId } from '../internal/record-id.ts';
import { withRecord } from './changes.ts';
import type { ViewContext } from './context.ts';
import type { Work } from './work.ts';

/** Since when links count as new; this year's first day at the start. */
const since = new WeakMap<Work, string>();

const SHOWN = 20;

function indicator(title: string, value: string, list: unknown, help: string, { words: { t } }: ViewContext): unknown {
  return html`<section class="card" part="indicator"><h4>${title}</h4><p class="big">${value}</p><p class="soft">${help}</p>
    ${list === nothing ? nothing : html`<details class="more"><summary>${t('seeList')}</summary>${list}</details>`}</section>`;
}

const names = (actors: readonly Actor[], { work, openActor }: ViewContext): unknown => (actors.length === 0 ? nothing : html`<ul class="plainlist">${actors.map(({ id, name, commune }) => html`<li><button type="button" class="plain" part="button" @click=${() => { openActor(id); }}>${name}</button> <span class="soft">${work.communeName(commune)}</span></li>`)}</ul>`);

function renderProposal({ library, operator, reason }: LinkProposal, context: ViewContext): unknown {
  const { work, words: { t }, editable, announce, focusOn } = context;
  const accept = (): void => {
    const what = t('proposalTaken', { library: library.name, operator: operator.name });
    work.edit(what, (data) => withRecord(data, { id: newRecordId(), type: 'link', version: ACTOR_RECORD_VERSION, derivedFrom: [], source: operator.id, target: library.id, kind: 'partenariat', status: 'souhaite', note: reason }));
    announce(what);
    focusOn('[data-focus=proposals]');
  };
  return html`<li><strong>${library.name} ↔ ${operator.name}</strong><span class="block">${reason}</span>
    ${editable ? html`<button type="button" class="secondary" part="button" aria-label=${t('takeProposalOf', { library: library.name, operator: operator.name })} @click=${accept}>${t('takeProposal')}</button>` : nothing}</li>`;
}

export function renderMeshing(context: ViewContext): unknown {
  const { work, words: { t, number, percent } } = context;
  const { data, territory } = work;
  const coverage = libraryCoverage(data);
  const isolated = isolatedActors(data);
  const without = communesWithoutOffer(data, territory);
  const day = since.get(work) ?? `${String(new Date().getFullYear())}-01-01`;
  const recent = linksSince(data, day);
  const proposals = linksToPropose(data, territory, { locale: context.words.lang });
  const name = (id: string): string => work.index.get(id)?.actor.name ?? '…';
  const setDay = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement;
    if (value === '') return;
    since.set(work, value);
    work.show({});
  };
  return html`<p class="soft">${t('meshingHelp')}</p><div class="numbers">
    ${indicator(t('coverageTitle'), coverage.share === undefined ? t('noNumber') : percent(coverage.share), names(coverage.unlinked, context), t('coverageHelp', { linked: number(coverage.linked.length), all: number(coverage.total) }), context)}
    ${indicator(t('isolatedTitle'), number(isolated.length), names(isolated, context), t('isolatedHelp'), context)}
    ${indicator(t('withoutTitle'), number(without.length), without.length === 0 ? nothing : html`<ul class="plainlist">${without.map((commune) => html`<li>${commune.name}</li>`)}</ul>`, t('withoutHelp', { all: number(territory.communes.length), name: territory.name }), context)}
    ${indicator(t('recentTitle'), number(recent.links.length), recent.links.length === 0 ? nothing : html`<ul class="plainlist">${recent.links.map(({ source, target, since: began }) => html`<li>${name(source)} → ${name(target)} <span class="soft">${began}</span></li>`)}</ul>`, t('recentHelp', { count: recent.undated.length, number: number(recent.undated.length) }), context)}</div>
    <div class="field"><label for="since">${t('sinceDay')}</label><input class="input narrow" id="since" type="date" .value=${day} @change=${setDay}></div>
    <h4 tabindex="-1" data-focus="proposals">${t('proposals', { count: proposals.length, number: number(proposals.length) })}</h4>
    ${proposals.length === 0 ? html`<p class="soft">${t('noProposal')}</p>` : html`<p class="soft">${t('proposalsHelp')}</p><ul class="sides">${proposals.slice(0, SHOWN).map((proposal) => renderProposal(proposal, context))}</ul>
      ${proposals.length > SHOWN ? html`<p class="soft">${t('proposalsMore', { count: proposals.length - SHOWN })}</p>` : nothing}`}`;
}
