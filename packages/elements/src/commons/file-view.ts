/** The steps of opening a file, and the records set aside. */
import type { Aside, Merged } from '@assembleurs/commons/workspace';
import { html, nothing } from 'lit';
import { saveFile } from '../internal/save-file.ts';
import type { Session } from '../internal/workspace/session.ts';
import type { Files, FileStep } from './files.ts';
import type { Words } from './words.ts';

interface Steps {
  readonly session: Session;
  readonly files: Files;
  readonly words: Words;
  readonly locale: string;
  readonly close: () => void;
  readonly undo: () => void;
}

const COUNTS = ['added', 'changed', 'removed', 'same', 'older'] as const;

/** "2 fiches ajoutées", each that is not zero. */
export function mergedTexts(merged: Merged, { t }: Words): string[] {
  const counts = COUNTS.map((name) => [name, typeof merged[name] === 'number' ? merged[name] : merged[name].length] as const);
  return [...counts.filter(([, count]) => count > 0).map(([name, count]) => t(name, { count })), ...(merged.aside > 0 ? [t('setAside', { count: merged.aside })] : [])];
}

export function renderFileStep(step: FileStep, { session, files, words, locale, close, undo }: Steps): unknown {
  const { t } = words;
  const { file } = step;
  const title = (text: string): unknown => html`<h3 tabindex="-1" data-focus="step">${text}</h3>`;
  const plain = (text: string, act: () => void): unknown => html`<button type="button" class="plain" part="button" @click=${act}>${text}</button>`;
  if (step.kind === 'trouble') return html`<div class="note trouble" part="note">${title(t('fileTrouble', { file }))}
    ${step.problems.map((problem) => html`<p>${session.problemText(problem, locale)}</p>`)}${plain(t('close'), close)}</div>`;
  if (step.kind === 'asks') {
    const { workspace } = session;
    return html`<div class="note" part="note">${title(t('fileHere', { file }))}
      <p>${t('fileHereHelp', { count: workspace.records().length + workspace.aside.length })} ${t('mergeHelp')}</p>
      <div class="row"><button type="button" class="primary" part="button button-primary" @click=${() => { files.merge(file, step.snapshot); }}>${t('merge')}</button>
      <button type="button" class="secondary" part="button" @click=${() => { files.merge(file, step.snapshot, true); }}>${t('replace')}</button>${plain(t('cancel'), close)}</div></div>`;
  }
  const { merged } = step;
  return html`<div class="note" part="note">${title(t('merged', { file }))}
    <ul>${mergedTexts(merged, words).map((text) => html`<li>${text}</li>`)}</ul>
    ${merged.problems.map((problem) => html`<p>${session.problemText(problem, locale)}</p>`)}
    <div class="row"><button type="button" class="secondary" part="button" @click=${close}>${t('close')}</button>
    ${session.workspace.canUndo ? plain(t('takeBack'), undo) : nothing}</div></div>`;
}

const titleOf = ({ raw }: Aside, { t }: Words): string => {
  const { title, name, label } = (typeof raw === 'object' && raw !== null ? raw : {}) as Readonly<Record<string, unknown>>;
  return [title, name, label].find((each) => typeof each === 'string' && each !== '') as string | undefined ?? t('untitled');
};

export function renderAside({ session, words, locale, removed }: Pick<Steps, 'session' | 'words' | 'locale'> & { readonly removed: () => void }): unknown {
  const { t } = words;
  const { workspace } = session;
  const { aside } = workspace;
  if (aside.length === 0) return nothing;
  return html`<details part="aside"><summary>${t('aside', { count: aside.length })}</summary>
    <p class="soft">${t('asideHelp')}</p>
    <ul class="aside">${aside.slice(0, 100).map((each) => html`<li><strong>${titleOf(each, words)}</strong>
      ${each.problems.map(({ path, ...problem }) => {
        const text = session.problemText(problem, locale);
        return html`<span class="soft">${path ? t('at', { path, text }) : text}</span>`;
      })}
      <div class="row"><button type="button" class="plain" part="button" @click=${() => { saveFile(`${t('fileName')}-${each.key.slice(-12)}.json`, 'application/json', JSON.stringify(each.raw, null, 1)); }}>${t('asideSave')}</button>
      ${workspace.readonly ? nothing : html`<button type="button" class="plain" part="button" @click=${() => {
        workspace.remove(each.key);
        removed();
      }}>${t('asideRemove')}</button>`}</div></li>`)}</ul></details>`;
}
