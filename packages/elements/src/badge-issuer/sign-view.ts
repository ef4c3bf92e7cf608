/** Fourth step: what is about to be signed, and signing. */
import { html, nothing } from 'lit';
import type { Desk, Step } from './desk.ts';
import { endOf, pictureAddress } from './designs.ts';
import { renderChoice } from './field.ts';
import { goodLines } from './recipients.ts';

/** The first step that is not finished. */
export function missingStep(desk: Desk): Step | undefined {
  if (!desk.issuer) return 'who';
  if (!desk.design || desk.designProblems().length > 0) return 'what';
  return goodLines(desk.list).length === 0 ? 'whom' : undefined;
}

function progress(desk: Desk): unknown {
  const { run, host: { words: { t } } } = desk;
  const done = run.done.length;
  return html`<div class="stack" part="progress"><h3 tabindex="-1" data-focus="run">${t(run.state === 'running' ? 'signing' : 'stopped')}</h3>
    <label for="asb-progress">${t('signedOf', { done, total: run.total })}</label><progress id="asb-progress" max=${run.total} .value=${done}></progress>
    ${run.problems.map(({ text, path }) => html`<p class="error" role="alert">${path} ${text[desk.host.words.lang]}</p>`)}
    <div class="row">${run.state === 'running' ? html`<button type="button" class="secondary" part="button" @click=${() => { run.stop(); }}>${t('stop')}</button>`
      : html`<button type="button" class="primary" part="button button-primary" @click=${() => { void run.goOn(); }}>${t('goOn')}</button>
        <button type="button" class="plain" part="button" @click=${() => { void run.finish(); }}>${t('keepSigned', { count: done })}</button>`}</div></div>`;
}

export function renderSign(desk: Desk): unknown {
  const { run, issuer, design, people, list, host: { words: { t, date } } } = desk;
  if (run.state === 'running' || run.state === 'stopped') return progress(desk);
  const missing = missingStep(desk);
  if (missing || !issuer || !design) {
    return html`<div class="empty" part="empty"><h3>${t('notYet')}</h3><p>${t(`missing_${missing === 'what' ? 'what' : missing === 'whom' ? 'whom' : 'who'}`)}</p>
      <button type="button" class="primary" part="button button-primary" @click=${() => { desk.go(missing ?? 'who'); }}>${t('goThere')}</button></div>`;
  }
  const good = goodLines(list).length;
  const left = list.lines.length - good;
  const end = endOf(new Date(), design.months);
  const row = (term: string, value: unknown): unknown => html`<dt>${term}</dt><dd>${value}</dd>`;
  return html`<div class="design"><figure><img src=${pictureAddress(design)} alt="" part="picture" width="160" height="160"></figure>
      <dl>${row(t('summaryBadge'), html`<strong>${design.name}</strong>`)}${row(t('summaryIssuer'), issuer.profile.name)}
        ${row(t('summaryRecipients'), html`${t(people.kind === 'person' ? 'countPersons' : 'countOrganisations', { count: good })}${left > 0 ? html` <span class="tag warn">${t('leftOut', { count: left })}</span>` : nothing}`)}
        ${row(t('summaryUntil'), end ? date(end) : t('noEnd'))}
        ${row(t('revocation'), issuer.statusUrl || t('revocationNone'))}</dl></div>
    ${issuer.backedUp ? nothing : html`<p class="note trouble"><strong>${t('backupFirst')}</strong></p>`}
    <p class="note">${t(issuer.statusUrl ? 'hostStatusSoon' : 'hostNothing', { url: issuer.statusUrl })}</p>
    <details><summary>${t('formTitle')}</summary>${renderChoice('form', t('formLabel'), run.form, [['json', t('formJson'), t('formJsonHelp')], ['jwt', t('formJwt'), t('formJwtHelp')]], (form) => {
      run.form = form;
      desk.host.requestUpdate();
    })}</details>
    <p class="soft">${t('signHelp')}</p>
    <div class="row"><button type="button" class="primary" part="button button-primary" @click=${() => { void run.start(); }}>${t('signDo', { count: good })}</button></div>`;
}
