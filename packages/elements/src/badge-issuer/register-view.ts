/** Afterwards: what was awarded; taking back, handing over again, exporting, erasing. */
import { html, nothing } from 'lit';
import type { Desk } from './desk.ts';
import { onEnter, renderField, renderFile } from './field.ts';
import { renderEndorse, renderPublishAlone } from './later.ts';
import type { Awarded } from './model.ts';
import { signedBy } from './signed-text.ts';

const button = (label: string, act: () => void, kind = 'plain'): unknown => html`<button type="button" class=${kind} part="button" @click=${act}>${label}</button>`;

function rowForm(award: Awarded, desk: Desk): unknown {
  const { register, host: { words } } = desk;
  const { t } = words;
  if (register.open?.way === 'erase') return html`<div class="note trouble"><p tabindex="-1" data-focus="row"><strong>${t('eraseAwardTitle')}</strong></p><p>${t('eraseAwardWarn')}</p><div class="row">${button(t('eraseAwardDo'), () => { void register.erase(award); }, 'secondary')}${button(t('cancel'), () => { register.close(); })}</div></div>`;
  const revoke = (): void => { void register.revoke(award); };
  return html`<form class="note trouble" @keydown=${onEnter(revoke)}><p tabindex="-1" data-focus="row"><strong>${t('revokeTitle')}</strong></p>
    ${award.status ? html`<p>${t('revokeHow', { url: award.status.url })}</p>` : html`<p>${t('revokeLocal')}</p>`}
    ${renderField({ name: 'reason', label: t('reason'), value: register.reason, help: t('reasonHelp'), input: (reason) => { register.reason = reason; } }, words)}
    <div class="row"><button type="button" class="primary" part="button button-primary" @click=${revoke}>${t('revokeDo')}</button>${button(t('cancel'), () => { register.close(); })}</div></form>`;
}

function state({ revoked, validUntil, text }: Awarded, { issuer, host: { words: { t, date } } }: Desk): unknown {
  if (revoked) return html`<span class="tag bad">${t('stateRevoked')}</span><span class="soft">${date(new Date(revoked.at))}${revoked.reason ? ` · ${revoked.reason}` : ''}</span>`;
  if (issuer?.stolen?.some(({ key }) => signedBy(text, key))) return html`<span class="tag bad">${t('stateStolen')}</span>`;
  if (validUntil !== undefined && Date.parse(validUntil) <= Date.now()) return html`<span class="tag warn">${t('stateExpired')}</span>`;
  return html`<span class="tag ok">${t('stateGood')}</span>`;
}

function item(award: Awarded, desk: Desk): unknown {
  const { register, host: { words: { t, date } } } = desk;
  const { name, email } = award.recipient;
  return html`<li class="award" data-award=${award.id}><div class="row between"><div><strong>${[name, email].filter(Boolean).join(' · ')}</strong><span class="soft">${award.achievement.name} · ${date(new Date(award.issuedAt))}</span></div><div>${state(award, desk)}</div></div>
    <div class="row">${button(t('saveBadge'), () => { void register.saveBadge(award); })}${button(t('renew'), () => { register.renew([award]); })}
      ${award.revoked ? button(t('reinstate'), () => { void register.reinstate(award); }) : button(t('revoke'), () => { register.begin(award.id, 'revoke'); })}${button(t('eraseAward'), () => { register.begin(award.id, 'erase'); })}</div>
    ${register.open?.id === award.id ? rowForm(award, desk) : nothing}</li>`;
}

function statusNote(desk: Desk): unknown {
  const { issuer, awards, register, host: { words: { t } } } = desk;
  if (!issuer?.statusUrl) return awards.length > 0 ? html`<p class="note">${t('todoNoStatus')}</p>` : nothing;
  const count = awards.filter(({ revoked }) => revoked).length;
  return html`<div class="note" part="note"><h3>${t('statusTitle')}</h3><p>${t('statusHelp', { url: issuer.statusUrl, count })}</p>${button(t('statusSave'), () => { void register.saveStatus(); }, 'secondary')}</div>`;
}

export function renderRegister(desk: Desk): unknown {
  const { issuer, awards, register, host } = desk;
  const { words } = host;
  const { t } = words;
  if (!issuer) return html`<div class="empty"><h3>${t('noIssuer')}</h3><p>${t('missing_who')}</p><button type="button" class="primary" part="button button-primary" @click=${() => { desk.go('who'); }}>${t('goThere')}</button></div>`;
  const found = register.found;
  const take = (file: File): void => { void file.text().then((text) => register.take(text)); };
  return html`<p>${t('registerIntro')}</p>${statusNote(desk)}${host.collector && awards.length > 0 ? renderPublishAlone(desk) : nothing}
    ${awards.length === 0 ? html`<div class="empty"><h3>${t('registerEmpty')}</h3><p>${t('registerEmptyHelp')}</p></div>` : html`
      ${renderField({ name: 'search', label: t('search'), value: register.search, bare: true, input: (search) => {
        register.search = search;
        host.requestUpdate();
      } }, words)}
      <div class="row between"><p role="status">${t('foundAwards', { count: found.length })}</p>${found.length > 1 ? button(t('renewAll', { count: found.length }), () => { register.renew(found); }) : nothing}</div>
      <ul class="awards" part="register">${found.slice(0, register.shown).map((award) => item(award, desk))}</ul>
      ${found.length > register.shown ? button(t('showMore'), () => {
        register.shown += 100;
        host.requestUpdate();
      }, 'secondary') : nothing}`}
    ${register.trouble ? html`<p class="error" role="alert">${t(register.trouble)}</p>` : nothing}
    <div class="row">${awards.length > 0 ? button(t('registerSave'), () => { register.save(); }, 'secondary') : nothing}${renderFile('asb-register', t('registerTake'), '.json,application/json', take, 'plain')}</div>
    ${renderEndorse(desk)}`;
}
