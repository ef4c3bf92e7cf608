/** The screens of endorsements: giving one, and those that were received. */
import { html, nothing } from 'lit';
import { isRecord, textOf } from '../internal/json.ts';
import type { Desk } from './desk.ts';
import { Endorsing } from './endorsing.ts';
import { problemAt, renderChoice, renderField, renderFile } from './field.ts';
import { perDesk } from './per-desk.ts';

const endorsingOf = perDesk((desk) => new Endorsing(desk));

const nameIn = (value: unknown): string => (isRecord(value) ? textOf(value['name']) : '');

export function renderEndorse(desk: Desk): unknown {
  const endorsing = endorsingOf(desk);
  const { host, issuer } = desk;
  const { words } = host;
  const { t } = words;
  const { verdict, achievement, choices, trouble, problems, saved } = endorsing;
  const text = (): void => { void endorsing.open(endorsing.source); };
  return html`<details part="endorse"><summary>${t('endorseTitle')}</summary><div class="stack"><p>${t('endorseHelp')}</p>
    ${renderField({ name: 'endorsed', label: t('endorsePaste'), value: endorsing.source, bare: true, rows: 3, input: (source) => { endorsing.source = source; } }, words)}
    <div class="row"><button type="button" class="secondary" part="button" @click=${text}>${t('endorseRead')}</button>
      ${renderFile('asb-endorsed-file', t('endorseFile'), '.json,.jwt,.png,.svg,application/json,image/png,image/svg+xml', (file) => { void file.arrayBuffer().then((bytes) => endorsing.open(new Uint8Array(bytes))); }, 'plain')}</div>
    ${trouble ? html`<p class="error" role="alert" tabindex="-1" data-focus="endorse-error">${t(trouble)}</p>` : nothing}
    ${(verdict ?? achievement) && issuer ? html`<div class="card stack"><h3 tabindex="-1" data-focus="endorse">${achievement ? t('endorseClass', achievement) : t('endorseOf', { name: choices.find(({ kind }) => kind === 'achievement')?.name ?? '', issuer: nameIn(verdict?.document?.['issuer']) })}</h3>
      <p>${achievement ? html`<span class="tag warn">${t('endorseUnsigned')}</span>` : html`<span class="tag ${verdict?.checks.integrity === 'ok' ? 'ok' : 'warn'}">${t(verdict?.checks.integrity === 'ok' ? 'endorseSound' : 'endorseUnproven')}</span>`}</p>
      ${renderChoice('about', t('endorseAbout'), String(endorsing.about), choices.map(({ kind }, at) => [String(at), t(`endorseName_${kind}`), t(`endorseWhy_${kind}`)] as const), (at) => {
        endorsing.about = Number(at);
        host.requestUpdate();
      })}
      ${renderField({ name: 'comment', label: t('endorseComment'), value: endorsing.comment, required: true, rows: 3, help: t('endorseCommentHelp'), problem: problemAt(problems, 'comment'), input: (comment) => { endorsing.comment = comment; } }, words)}
      <div class="row"><button type="button" class="primary" part="button button-primary" @click=${() => { void endorsing.sign(); }}>${t('endorseDo', { name: issuer.profile.name })}</button></div>
      ${saved ? html`<p role="status"><span class="tag ok">${t('endorseSaved')}</span> ${t('endorseGive')}</p>` : nothing}</div>` : nothing}
  </div></details>`;
}

export function renderEndorsements(desk: Desk): unknown {
  const endorsing = endorsingOf(desk);
  const { design, host: { words: { t } } } = desk;
  if (!design) return nothing;
  const held = (design.endorsements ?? []).map((each) => JSON.parse(each) as Readonly<Record<string, unknown>>);
  return html`<details part="endorsements" ?open=${held.length > 0}><summary>${t('endorsements')}</summary><div class="stack"><p class="soft">${t('endorsementsHelp')}</p>
    ${held.length > 0 ? html`<ul class="todo">${held.map((each, at) => html`<li>${nameIn(each['issuer'])} <button type="button" class="plain" part="button" @click=${() => { desk.setDesign({ endorsements: (design.endorsements ?? []).filter((_, index) => index !== at) }); }}>${t('remove')}</button></li>`)}</ul>` : nothing}
    ${endorsing.addTrouble ? html`<p class="error" role="alert">${t(endorsing.addTrouble)}</p>` : nothing}
    <div class="row">${renderFile('asb-endorsement', t('endorsementAdd'), '.json,application/json', (file) => { void file.text().then((text) => endorsing.add(text)); }, 'plain')}</div></div></details>`;
}
