/** What people say of the records without changing them: the whole screen of an invitation to comment, and where editors read it. */
import { remarkRoom, remarksIn, removeRemark, type Remark } from '@assembleurs/commons/remark';
import type { RecordType, YjsWorkspace } from '@assembleurs/commons/workspace';
import { html, nothing } from 'lit';
import { isOwnRemark, noteOwnRemark } from '../internal/own-remarks.ts';
import { newRecordId } from '../internal/record-id.ts';
import type { Words } from './words.ts';

/** What is typed and not added yet: it outlives every redrawing. */
export interface RemarkDraft {
  readonly about: string;
  readonly by: string | undefined;
  readonly text: string;
  readonly empty: boolean;
}
export const NO_REMARK: RemarkDraft = { about: '', by: undefined, text: '', empty: false };

export interface RemarksHost {
  readonly workspace: YjsWorkspace;
  readonly words: Words;
  /** How colleagues see this person; empty when the page does not say. */
  readonly member: string;
  readonly draft: RemarkDraft;
  readonly change: (draft: RemarkDraft) => void;
  readonly say: (text: string) => void;
  readonly focus: (selector: string) => void;
}

const TYPES = ['action', 'actor', 'place', 'assessment', 'strategy', 'strategy-node', 'stakeholder', 'meeting'] as const satisfies readonly RecordType['type'][];

/** As people know it; an assessment has the name of its territory. */
function titleOf(record: Readonly<Record<string, unknown>> | undefined): string {
  const territory = record?.['territory'];
  const named = typeof territory === 'object' && territory !== null && 'name' in territory ? territory.name : undefined;
  const found = [record?.['title'], record?.['name'], record?.['nom'], record?.['text'], named].find((each) => typeof each === 'string' && each !== '');
  return typeof found === 'string' ? found : '';
}

const today = (): string => new Date().toLocaleDateString('sv');

function renderOne(remark: Remark, { workspace, words: { t, day }, say, focus }: RemarksHost): unknown {
  const about = remark.about === undefined ? t('remarkWhole') : workspace.get(remark.about) ? t('remarkOn', { title: titleOf(workspace.get(remark.about)) }) : t('remarkGone');
  return html`<li><p class="soft">${[day(remark.day), remark.by].filter(Boolean).join(' – ')}</p><p><strong>${about}</strong></p><p class="said">${remark.text}</p>
    ${remarkRoom(workspace) && (!workspace.readonly || isOwnRemark(remark.id)) ? html`<button type="button" class="plain" part="button" aria-label=${t('remarkRemoveNamed', { text: remark.text.slice(0, 60) })} @click=${() => {
      removeRemark(workspace, remark.id);
      say(t('remarkRemoved'));
      focus('[data-focus=remarks]');
    }}>${t('remarkRemove')}</button>` : nothing}</li>`;
}

function renderForm(host: RemarksHost): unknown {
  const { workspace, words: { t }, member, draft, change, say, focus } = host;
  const add = (): void => {
    const room = remarkRoom(workspace);
    const text = draft.text.trim();
    if (text === '' || !room) {
      change({ ...draft, empty: true });
      focus('#remark-text');
      return;
    }
    const id = newRecordId();
    noteOwnRemark(id);
    room.put({ id, type: 'remark', version: 1, derivedFrom: [], ...(draft.about ? { about: draft.about } : {}), day: today(), by: (draft.by ?? member).trim(), text });
    change({ ...NO_REMARK, about: draft.about, by: draft.by });
    say(t('remarkAdded'));
    focus('#remark-text');
  };
  const typed = (name: 'about' | 'by' | 'text') => ({ currentTarget }: Event): void => { change({ ...draft, [name]: (currentTarget as HTMLInputElement).value, empty: false }); };
  const groups = TYPES.map((type) => [type, workspace.all(type).map((record) => [record.id, titleOf(record)] as const).filter(([, title]) => title !== '')] as const).filter(([, records]) => records.length > 0);
  return html`<form class="remark" @submit=${(event: Event) => { event.preventDefault(); }}>
    <label class="field"><span>${t('remarkAbout')}</span><select class="input" part="field" .value=${draft.about} @change=${typed('about')}><option value="">${t('remarkWhole')}</option>
      ${groups.map(([type, records]) => html`<optgroup label=${t(`type_${type}`)}>${records.map(([id, title]) => html`<option value=${id} ?selected=${id === draft.about}>${title}</option>`)}</optgroup>`)}</select></label>
    <label class="field"><span>${t('remarkText')}</span><textarea class="input" part="field" id="remark-text" rows="3" maxlength="5000" aria-invalid=${String(draft.empty)} aria-describedby=${draft.empty ? 'remark-problem' : nothing} .value=${draft.text} @input=${typed('text')}></textarea></label>
    ${draft.empty ? html`<p class="error" id="remark-problem">${t('remarkEmpty')}</p>` : nothing}
    <label class="field"><span>${t('remarkBy')}</span><input class="input" part="field" maxlength="200" autocomplete="off" .value=${draft.by ?? member} @input=${typed('by')}></label>
    <button type="button" class="secondary" part="button" @click=${add}>${t('remarkAdd')}</button></form>`;
}

/** Nothing where nobody wrote any and nobody is expected to. */
export function renderRemarks(host: RemarksHost): unknown {
  const { workspace, words: { t } } = host;
  const remarks = remarksIn(workspace);
  if (remarks.length === 0 && !workspace.comments) return nothing;
  const room = remarkRoom(workspace);
  return html`<details part="remarks" ?open=${room !== undefined && workspace.readonly}><summary data-focus="remarks">${t('remarks', { count: remarks.length })}</summary><div class="remarks">
    <p class="soft">${t(remarks.length === 0 ? 'remarkNone' : 'remarksHelp')}</p>
    ${remarks.length > 0 ? html`<ul class="aside">${remarks.map((each) => renderOne(each, host))}</ul>` : nothing}
    ${room ? renderForm(host) : nothing}</div></details>`;
}
