/** What people say of the records without changing them: the whole screen of an invitation to comment, and where editors read it. */
import { isRecordId } from '@assembleurs/commons/record';
import { remarksIn } from '@assembleurs/commons/remark';
import type { RecordType, YjsWorkspace } from '@assembleurs/commons/workspace';
import { html, nothing } from 'lit';
import { addIn, type Said, saidIn } from '../internal/remarks/place.ts';
import { type RemarksHost, remarksTitle, renderRemarks } from '../internal/remarks/view.ts';
import type { Words } from './words.ts';

export interface BarRemarks extends Omit<RemarksHost, 'lang'> {
  readonly workspace: YjsWorkspace;
  readonly words: Words;
  /** The record that the next one is about; empty for the workspace as a whole. */
  readonly about: string;
  readonly choose: (about: string) => void;
}

/** Under which what is typed here is kept. */
const KEY = 'bar';

const TYPES = ['action', 'actor', 'place', 'assessment', 'strategy', 'strategy-node', 'stakeholder', 'meeting'] as const satisfies readonly RecordType['type'][];

/** As people know it; an assessment has the name of its territory. */
function titleOf(record: Readonly<Record<string, unknown>> | undefined): string {
  const territory = record?.['territory'];
  const named = typeof territory === 'object' && territory !== null && 'name' in territory ? territory.name : undefined;
  const found = [record?.['title'], record?.['name'], record?.['nom'], record?.['text'], named].find((each) => typeof each === 'string' && each !== '');
  return typeof found === 'string' ? found : '';
}

function renderAbout({ workspace, words: { t }, about, choose }: BarRemarks): unknown {
  const groups = TYPES.map((type) => [type, workspace.all(type).map((record) => [record.id, titleOf(record)] as const).filter(([, title]) => title !== '')] as const).filter(([, records]) => records.length > 0);
  return html`<label class="field"><span>${t('remarkAbout')}</span><select class="input" part="field" .value=${about} @change=${(event: Event) => { choose((event.currentTarget as HTMLSelectElement).value); }}><option value="">${t('remarkWhole')}</option>
      ${groups.map(([type, records]) => html`<optgroup label=${t(`type_${type}`)}>${records.map(([id, title]) => html`<option value=${id} ?selected=${id === about}>${title}</option>`)}</optgroup>`)}</select></label>`;
}

/** Nothing where nobody wrote any and nobody is expected to. */
export function renderBarRemarks(bar: BarRemarks): unknown {
  const { workspace, words: { t, lang }, about } = bar;
  const remarks = remarksIn(workspace);
  if (remarks.length === 0 && !workspace.comments) return nothing;
  const host: RemarksHost = { ...bar, lang };
  const add = addIn(workspace, isRecordId(about) ? about : undefined);
  const place = { said: remarks.map((each) => saidIn(workspace, each)), add };
  const subject = ({ about: id }: Said): string => (id === undefined ? t('remarkWhole') : workspace.get(id) ? t('remarkOn', { title: titleOf(workspace.get(id)) }) : t('remarkGone'));
  return html`<details part="remarks" ?open=${add !== undefined && workspace.readonly}><summary data-focus="remarks">${remarksTitle(place, host)}</summary>
    ${remarks.length > 0 ? html`<p class="soft">${t('remarksHelp')}</p>` : nothing}
    ${renderRemarks(KEY, place, host, { about: subject, fields: add ? renderAbout(bar) : nothing })}</details>`;
}
