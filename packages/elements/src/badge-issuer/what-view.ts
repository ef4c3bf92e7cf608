/** Second step: which badge. */
import type { BadgeTemplate } from '@assembleurs/commons/content/badges';
import { html, nothing } from 'lit';
import { renderComposer } from './composer-view.ts';
import type { Desk } from './desk.ts';
import { designFrom, emptyDesign, escoOf, pictureAddress } from './designs.ts';
import { problemAt, renderCheck, renderChoice, renderField, type Field } from './field.ts';
import { renderEndorsements } from './later.ts';
import type { Design, FreeAlignment } from './model.ts';
import { tools } from './tools.ts';

const pictureOf = (template: BadgeTemplate, lang: 'fr' | 'en'): string => `data:image/svg+xml,${encodeURIComponent(tools().drawBadge({ ...template.picture, text: template.picture.text[lang] }))}`;

function templates(desk: Desk): unknown {
  const { host: { words: { t, lang } }, design } = desk;
  const start = (begun: Design): void => {
    desk.startDesign(begun);
    desk.host.focusOn('[data-focus=design]');
  };
  return html`<ul class="templates" part="templates">${tools().BADGE_TEMPLATES.map((template) => html`<li><button type="button" class="template" part="template" aria-pressed=${String(design?.template === template.code)} @click=${() => { start(designFrom(template, lang)); }}>
      <img src=${pictureOf(template, lang)} alt="" width="96" height="96" loading="lazy"><span>${template.name[lang]}</span></button></li>`)}
    <li><button type="button" class="template" part="template" aria-pressed=${String(design?.template === '')} @click=${() => { start(emptyDesign(lang)); }}><span class="plus" aria-hidden="true">+</span><span>${t('ownBadge')}</span></button></li></ul>`;
}

/** A number of the national registers says the rest, unless somebody wrote another address. */
function sheetOf(code: string, { code: before, url }: FreeAlignment): Partial<FreeAlignment> {
  const sheet = tools().certificationSheet(code);
  const ours = url.trim() === '' || url === tools().certificationSheet(before)?.url;
  return sheet && ours ? { url: sheet.url, framework: sheet.framework } : {};
}

function alignments(design: Design, desk: Desk, field: (name: string, label: string, value: string, input: (value: string) => void, more?: Partial<Field>) => unknown): unknown {
  const { t, lang } = desk.host.words;
  const change = (at: number, changes: Partial<FreeAlignment>): void => { desk.setDesign({ alignments: design.alignments.map((each, index) => (index === at ? { ...each, ...changes } : each)) }); };
  const chosen = design.digcomp.length + design.alignments.length;
  return html`<details ?open=${chosen > 0}><summary>${t('alignments')}</summary><div class="stack"><p class="soft">${t('alignmentsHelp')}</p>
    ${tools().DIGCOMP_AREAS.map(({ code, name, competences }) => html`<fieldset class="field"><legend>DigComp ${code} · ${name[lang]}</legend>${competences.map((each) => renderCheck(html`<span class="code">${each.code}</span> ${each.name[lang]}`, design.digcomp.includes(each.code), (checked) => {
      desk.setDesign({ digcomp: checked ? [...design.digcomp, each.code].toSorted() : design.digcomp.filter((other) => other !== each.code) });
    }))}</fieldset>`)}
    ${renderCheck(html`${t('escoToo')} <span class="soft">${t('escoHelp')}</span>`, design.esco ?? false, (esco) => { desk.setDesign({ esco }); })}
    ${design.alignments.map((each, at) => {
      // DigComp's and ESCO's come first in the badge.
      const path = `achievement.alignments[${String(design.digcomp.length + escoOf(design).length + at)}]`;
      return html`<fieldset class="field card"><legend>${t('alignmentOther', { n: at + 1 })}</legend>
        ${field(`${path}.code`, t('alignmentCode'), each.code, (code) => { change(at, { code, ...sheetOf(code, each) }); }, { help: t('alignmentCodeHelp') })}
        ${field(`${path}.name`, t('alignmentName'), each.name, (name) => { change(at, { name }); }, { required: true })}
        ${field(`${path}.url`, t('alignmentUrl'), each.url, (url) => { change(at, { url }); }, { required: true, type: 'url' })}
        ${field(`${path}.framework`, t('alignmentFramework'), each.framework, (framework) => { change(at, { framework }); }, { help: t('alignmentFrameworkHelp') })}
        <button type="button" class="plain" part="button" @click=${() => { desk.setDesign({ alignments: design.alignments.filter((_, index) => index !== at) }); }}>${t('remove')}</button></fieldset>`;
    })}
    <button type="button" class="secondary" part="button" @click=${() => { desk.setDesign({ alignments: [...design.alignments, { name: '', url: '', code: '', framework: '' }] }); }}>${t('alignmentAdd')}</button></div></details>`;
}

function editor(design: Design, desk: Desk): unknown {
  const { words } = desk.host;
  const { t } = words;
  const problems = desk.tried.has('what') ? desk.designProblems() : [];
  const field = (name: string, label: string, value: string, input: (value: string) => void, more: Partial<Field> = {}): unknown => renderField({ name, label, value, input, problem: problemAt(problems, name), ...more }, words);
  const go = (): void => {
    desk.tried.add('what');
    const [first] = desk.designProblems();
    if (!first) desk.go('whom');
    else {
      desk.host.requestUpdate();
      desk.host.focusOn('[aria-invalid=true], .error');
    }
  };
  const other = problems.filter(({ path }) => path.startsWith('achievement.image'));
  return html`<div class="stack"><h3 tabindex="-1" data-focus="design">${t('designTitle')}</h3>
    <div class="design">
      <figure><img src=${pictureAddress(design)} alt=${t('pictureOf', { name: design.name || t('ownBadge') })} part="picture" width="200" height="200"><figcaption>${design.name}</figcaption></figure>
      <div class="stack">
        ${field('achievement.name', t('badgeName'), design.name, (name) => { desk.setDesign({ name }); }, { required: true })}
        ${field('achievement.description', t('badgeDescription'), design.description, (description) => { desk.setDesign({ description }); }, { required: true, rows: 3, help: t('badgeDescriptionHelp') })}
        ${field('achievement.criteria', t('badgeCriteria'), design.criteria, (criteria) => { desk.setDesign({ criteria }); }, { required: true, rows: 6, help: t('badgeCriteriaHelp') })}
      </div>
    </div>
    ${other.map((problem) => html`<p class="error">${problem.text[words.lang]}</p>`)}
    ${renderComposer(design, desk)}
    ${renderChoice('recognises', t('recognises'), design.recognises, [['participation', t('participation')], ['engagement', t('engagement')], ['competence', t('competence')]], (recognises) => { desk.setDesign({ recognises }); })}
    ${field('months', t('months'), design.months, (months) => { desk.setDesign({ months }); }, { type: 'number', help: t('monthsHelp') })}
    ${field('evidenceName', t('evidenceName'), design.evidenceName, (evidenceName) => { desk.setDesign({ evidenceName }); }, { help: tools().BADGE_TEMPLATES.find(({ code }) => code === design.template)?.evidence[words.lang] ?? t('evidenceHelp') })}
    ${field('evidenceUrl', t('evidenceUrl'), design.evidenceUrl, (evidenceUrl) => { desk.setDesign({ evidenceUrl }); }, { type: 'url' })}
    ${field('tags', t('tags'), design.tags, (tags) => { desk.setDesign({ tags }); }, { help: t('tagsHelp') })}
    ${alignments(design, desk, field)}
    ${renderEndorsements(desk)}
    <div class="row"><button type="button" class="primary" part="button button-primary" @click=${go}>${t('next_whom')}</button></div></div>`;
}

export function renderWhat(desk: Desk): unknown {
  const { design, host: { words: { t } } } = desk;
  return html`<p>${t('whatIntro')}</p>${templates(desk)}${design ? editor(design, desk) : nothing}`;
}
