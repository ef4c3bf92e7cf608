/** First step: who issues. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Desk } from './desk.ts';
import { onEnter, problemAt, renderChoice, renderField, renderFile, renderProblem, type Field } from './field.ts';
import { siteView } from './site-view.ts';

const button = (label: string, act: () => void, kind = 'secondary'): unknown => html`<button type="button" class=${kind} part="button ${kind === 'primary' ? 'button-primary' : ''}" @click=${act}>${label}</button>`;

function form(desk: Desk): unknown {
  const { who, host: { words } } = desk;
  const { t } = words;
  const rotates = who.way === 'rotate';
  const onSite = desk.issuer?.id.startsWith('did:web:') ?? false;
  const field = (name: string, label: string, more: Partial<Field> = {}): unknown => renderField({ name, label, value: who.value(name), input: (value) => { who.set(name, value); }, problem: problemAt(who.problems, name), ...more }, words);
  const create = (): void => { void who.create(); };
  return html`<form part="form" novalidate @keydown=${onEnter(create)}>
    <h3 tabindex="-1" data-focus="form">${t(rotates ? 'rotateTitle' : 'createTitle')}</h3>
    <p>${t(rotates ? (onSite ? 'rotateSite' : 'rotateKey') : 'createIntro')}</p>
    ${rotates && onSite ? renderChoice('why', t('rotateWhy'), who.value('why') === 'stolen' ? 'stolen' : 'usual', [['usual', t('rotateUsual'), t('rotateUsualHelp')], ['stolen', t('rotateStolen'), t('rotateStolenHelp')]], (value) => { who.set('why', value); }) : nothing}
    ${field('name', t('issuerName'), { required: true, autocomplete: 'organization', help: t('issuerNameHelp') })}
    ${field('url', t('issuerUrl'), { type: 'url', autocomplete: 'url' })}
    ${field('email', t('issuerEmail'), { type: 'email', autocomplete: 'email', help: t('issuerEmailHelp') })}
    <fieldset class="field" part="field"><legend>${t('issuerPicture')} <span class="soft">${t('optional')}</span></legend><span class="soft">${t('issuerPictureHelp')}</span>
      ${who.value('image') ? html`<div class="row"><img src=${who.value('image')} alt=${t('issuerPicture')} width="64" height="64"><button type="button" class="plain" part="button" @click=${() => {
        who.set('image', '');
        desk.host.requestUpdate();
      }}>${t('remove')}</button></div>` : nothing}
      ${renderFile('asb-image', t('issuerPictureChoose'), '.png,.svg,image/png,image/svg+xml', (file) => { void who.takePicture(file); }, 'plain')}${renderProblem('image', problemAt(who.problems, 'image'), words)}</fieldset>
    <details><summary>${t('hostingTitle')}</summary><div class="stack">
      ${field('site', t('site'), { type: 'url', help: t('siteHelp') })}
      ${field('statusUrl', t('statusUrl'), { type: 'url', help: t('statusUrlHelp') })}
      ${renderChoice('statusKind', t('statusKind'), who.value('statusKind') === 'list' ? 'list' : 'bitstring', [['bitstring', t('statusBits'), t('statusBitsHelp')], ['list', t('statusList'), t('statusListHelp')]], (value) => { who.set('statusKind', value); })}
    </div></details>
    <h4>${t('backupTitle')}</h4>
    <p>${t('backupWhy')}</p>
    ${field('passphrase', t('passphrase'), { type: 'password', required: true, autocomplete: 'new-password', help: t('passphraseHelp') })}
    ${field('again', t('passphraseAgain'), { type: 'password', required: true, autocomplete: 'new-password' })}
    <div class="row"><button type="button" class="primary" part="button button-primary" ?disabled=${who.busy} @click=${create}>${t(who.busy ? 'making' : rotates ? 'rotateDo' : 'createDo')}</button>
      ${button(t('cancel'), () => { who.open('none'); }, 'plain')}</div>
  </form>`;
}

function restore(desk: Desk): unknown {
  const { who, host: { words } } = desk;
  const { t } = words;
  const wrongFile = problemAt(who.problems, 'file');
  const open = (): void => { void who.restore(); };
  return html`<form part="form" novalidate @keydown=${onEnter(open)}>
    <h3 tabindex="-1" data-focus="form">${t('restoreTitle')}</h3>
    <p>${t('restoreIntro')}</p>
    <div class="row">${renderFile('asb-file', t('chooseBackup'), '.json,application/json', (file) => {
      void file.text().then((text) => {
        who.file = { name: file.name, text };
        who.problems = [];
        desk.host.requestUpdate();
      });
    })}<span>${who.file?.name ?? t('noFile')}</span></div>
    ${renderProblem('file', wrongFile, words)}
    ${renderField({ name: 'passphrase', label: t('passphrase'), value: who.value('passphrase'), input: (value) => { who.set('passphrase', value); }, type: 'password', required: true, autocomplete: 'current-password', problem: problemAt(who.problems, 'passphrase') }, words)}
    <div class="row"><button type="button" class="primary" part="button button-primary" ?disabled=${who.busy} @click=${open}>${t(who.busy ? 'opening' : 'restoreDo')}</button>${button(t('cancel'), () => { who.open('none'); }, 'plain')}</div>
  </form>`;
}

const erase = ({ who, issuer, host: { words: { t } } }: Desk): unknown => html`<div class="note trouble" part="note"><h3 tabindex="-1" data-focus="form">${t('eraseTitle', { name: issuer?.profile.name ?? '' })}</h3>
  <p>${t('eraseWarn')}</p><div class="row">${button(t('eraseDo'), () => { void who.erase(); })}${button(t('cancel'), () => { who.open('none'); }, 'plain')}</div></div>`;

function backup(desk: Desk): unknown {
  const { issuer, who, host: { words: { t } } } = desk;
  if (!issuer) return nothing;
  if (issuer.backedUp) return html`<p class="row"><span class="tag ok">${t('backupSafe')}</span>${button(t('backupAgain'), () => { who.saveBackup(issuer); }, 'plain')}</p>`;
  return html`<div class="note" part="note"><h4>${t('backupPutAway')}</h4><p>${t('backupPutAwayHelp')}</p>
    <div class="row">${button(t('backupDone'), () => { void who.confirmBackup(); }, 'primary')}${button(t('backupAgain'), () => { who.saveBackup(issuer); })}</div>
    <details><summary>${t('backupText')}</summary><textarea class="input" readonly rows="6" aria-label=${t('backupText')} .value=${live(issuer.backup)}></textarea></details></div>`;
}

function card(desk: Desk): unknown {
  const { issuer, issuers, who, host: { words: { t, date } } } = desk;
  if (!issuer) return nothing;
  const { name, url, email, image } = issuer.profile;
  const row = (term: string, value: unknown): unknown => html`<dt>${term}</dt><dd>${value}</dd>`;
  return html`${issuers.length > 1 ? html`<div class="field"><label for="asb-issuer">${t('whichIssuer')}</label><select class="input" id="asb-issuer" @change=${(event: Event) => { void desk.choose(issuers.find(({ id }) => id === (event.target as HTMLSelectElement).value)); }}>
      ${issuers.map((each) => html`<option value=${each.id} ?selected=${each.id === issuer.id}>${each.profile.name}</option>`)}</select></div>` : nothing}
    <section class="card" part="issuer">${image ? html`<img src=${image} alt="" width="64" height="64">` : nothing}<h3>${name}</h3>
      <dl>${row(t('issuerId'), html`<code>${issuer.id}</code>`)}${url ? row(t('issuerUrl'), url) : nothing}${email ? row(t('issuerEmail'), email) : nothing}${row(t('madeOn'), date(new Date(issuer.madeAt)))}
        ${row(t('revocation'), issuer.statusUrl ? html`<code>${issuer.statusUrl}</code>` : t('revocationNone'))}</dl>
      ${backup(desk)}${siteView(issuer, desk)}
      <div class="row">${button(t('next_what'), () => { desk.go('what'); }, 'primary')}</div>
    </section>
    <details><summary>${t('moreIssuer')}</summary><div class="stack">
      <p>${t('lostKey')}</p>
      <div class="row">${button(t('rotateOpen'), () => { who.open('rotate'); }, 'plain')}${button(t('createOpen'), () => { who.open('create'); }, 'plain')}${button(t('restoreOpen'), () => { who.open('restore'); }, 'plain')}${button(t('eraseOpen'), () => { who.open('erase'); }, 'plain')}</div></div></details>`;
}

export function renderWho(desk: Desk): unknown {
  const { who, issuer, host: { words: { t } } } = desk;
  if (who.way === 'create' || who.way === 'rotate') return form(desk);
  if (who.way === 'restore') return restore(desk);
  if (who.way === 'erase') return erase(desk);
  if (issuer) return card(desk);
  return html`<div class="empty" part="empty"><h3>${t('noIssuer')}</h3><p>${t('noIssuerHelp')}</p>
    <div class="row">${button(t('createOpen'), () => { who.open('create'); }, 'primary')}${button(t('restoreOpen'), () => { who.open('restore'); })}</div></div>`;
}
