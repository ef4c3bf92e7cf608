import type { SurveyRgpd } from '@assembleurs/commons/survey';
import { localized } from '@assembleurs/commons/survey/definition/frame';
import { html, nothing } from 'lit';
import { webAddress } from '../internal/web-address.ts';
import type { Words } from './words.ts';

/** What must be said before the first question (RGPD, article 13); undefined when the survey says nothing of its controller. */
export function noticeOf(rgpd: SurveyRgpd | undefined, said: Partial<SurveyRgpd>): Partial<SurveyRgpd> | undefined {
  const notice = { ...rgpd, ...said };
  return notice.responsable === undefined ? undefined : notice;
}

/** A template written for whoever runs the survey to fill: `[Name and address of…]`. */
export const isTemplate = (text: string): boolean => /^\[.*\]$/.test(text.trim());

const ADDRESS = /^(?:mailto:)?([^\s@]+@[^\s@]+\.[^\s@]+)$/;

/** A text, as a link when it is nothing but an e-mail or web address. */
function linked(text: string): unknown {
  const mail = ADDRESS.exec(text.trim())?.[1];
  const url = mail === undefined ? (/^https?:\/\/\S+$/.test(text.trim()) ? text.trim() : undefined) : `mailto:${mail}`;
  return url === undefined ? text : html`<a href=${url} rel="noopener noreferrer">${mail ?? text}</a>`;
}

/** The notice in two layers: who and why at once, the rest on demand; `later`, all of it on demand. */
export function renderNotice(notice: Partial<SurveyRgpd>, { t, lang }: Words, later: boolean): unknown {
  const text = (value: unknown): string => localized(value, lang);
  const months = notice.dureeMois === undefined ? '' : t('months', { count: notice.dureeMois });
  const url = notice.url === undefined ? undefined : webAddress(notice.url);
  const lines: readonly (readonly [string, unknown])[] = [
    [t('controller'), text(notice.responsable)],
    [t('purpose'), text(notice.finalite)],
    [t('basis'), notice.baseLegale === undefined ? '' : t(notice.baseLegale)],
    [t('recipients'), (notice.destinataires ?? []).map(text).join(' ')],
    [t('retention'), text(notice.duree) || months],
    [t('rights'), text(notice.droits) || t('rightsUsual')],
    [t('dpo'), linked(text(notice.contactDpo))],
    [t('complaint'), text(notice.reclamation) || t('complaintUsual')],
    [t('mandatory'), text(notice.caractereObligatoire) || t('mandatoryUsual')],
    [t('transfers'), text(notice.transferts) || t('transfersUsual')],
  ];
  const short = html`<p>${t('noticeShort', { controller: text(notice.responsable), purpose: text(notice.finalite) })}</p>`;
  const details = html`<dl>${lines.filter(([, value]) => value !== '').map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
    ${url === undefined ? nothing : html`<p><a href=${url} rel="noopener noreferrer">${t('privacy')}</a></p>`}`;
  return later
    ? html`<details class="rgpd" part="notice"><summary>${t('noticeLater')}</summary>${short}${details}</details>`
    : html`<section class="rgpd" part="notice" aria-labelledby="asb-rgpd"><h3 id="asb-rgpd">${t('notice')}</h3>${short}
      <details><summary>${t('noticeMore')}</summary>${details}</details></section>`;
}
