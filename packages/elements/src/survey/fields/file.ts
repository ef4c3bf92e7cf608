import type { QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing, type ChildPart } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type Drawer, type FieldContext, localized, numberOf, textOf } from './context.ts';
import { controlId, describedBy, renderLabelled } from './frame.ts';

/** A file as SurveyJS keeps it in an answer; `content` is a data URL. */
interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

const MEGABYTE = 1_000_000;
/** Bytes of one file when the definition says nothing, and of all files of one answer: an answer travels as one JSON. */
const MAX_FILE = 5 * MEGABYTE;
const MAX_TOTAL = 20 * MEGABYTE;

const filesOf = (node: QuestionNode): readonly StoredFile[] => (Array.isArray(node.value) ? (node.value as StoredFile[]) : []);

/** Bytes of a data URL's content: four characters hold three bytes. */
const sizeOf = (file: StoredFile): number => Math.floor(((file.content.length - file.content.indexOf(',') - 1) * 3) / 4);

function sizeText(bytes: number, lang: string): string {
  const [value, unit] = bytes >= MEGABYTE / 10 ? [bytes / MEGABYTE, 'megabyte'] : [Math.max(bytes / 1000, 0.1), 'kilobyte'];
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value);
}

/** Whether a file is one of `accept` (« .pdf, image/* »), by its name or its type. */
export function accepted(file: { readonly name: string; readonly type: string }, accept: string): boolean {
  const wanted = accept.toLowerCase().split(',').map((each) => each.trim()).filter(Boolean);
  return wanted.length === 0 || wanted.some((each) =>
    each.startsWith('.') ? file.name.toLowerCase().endsWith(each)
    : each.endsWith('/*') ? file.type.startsWith(each.slice(0, -1))
    : file.type === each);
}

const read = (file: File): Promise<StoredFile> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => { resolve({ name: file.name, type: file.type, content: String(reader.result) }); };
    reader.onerror = () => { reject(new Error(file.name)); };
    reader.readAsDataURL(file);
  });

/** Chooses, checks and reads files. What was refused, and why, is its own state: it is no answer. */
class FileField extends AsyncDirective {
  #node!: QuestionNode;
  #context!: FieldContext;
  #refused: readonly string[] = [];
  #reading = false;

  override render(_node: QuestionNode, _context: FieldContext): unknown {
    return nothing;
  }

  override update(_part: ChildPart, [node, context]: [QuestionNode, FieldContext]): unknown {
    this.#node = node;
    this.#context = context;
    return this.#template();
  }

  #check(file: File, total: number): string | undefined {
    const { lang, t } = this.#context;
    const accept = textOf(this.#node.json.acceptedTypes);
    const max = numberOf(this.#node.json.maxSize) || MAX_FILE;
    const { name } = file;
    if (!accepted(file, accept)) return t('fileType', { name, types: accept });
    if (file.size > max) return t('fileSize', { name, size: sizeText(file.size, lang), max: sizeText(max, lang) });
    if (total + file.size > MAX_TOTAL) return t('fileTotal', { name, max: sizeText(MAX_TOTAL, lang) });
    return undefined;
  }

  async #take(input: HTMLInputElement): Promise<void> {
    const several = this.#node.json.allowMultiple === true;
    const kept = several ? filesOf(this.#node) : [];
    let total = kept.reduce((sum, file) => sum + sizeOf(file), 0);
    const refused: string[] = [];
    const reads: Promise<StoredFile>[] = [];
    for (const file of input.files ?? []) {
      const problem = this.#check(file, total);
      if (problem === undefined) {
        total += file.size;
        reads.push(read(file));
      } else refused.push(problem);
    }
    input.value = '';
    this.#reading = reads.length > 0;
    this.#refused = refused;
    this.#draw();
    const results = await Promise.allSettled(reads);
    const added = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [this.#context.t('fileRead', { name: (result.reason as Error).message })] : []));
    this.#reading = false;
    this.#refused = [...refused, ...failed];
    if (added.length > 0) this.#node.setValue([...kept, ...added]);
    this.#draw();
    this.#context.announce([...added.map((file) => this.#context.t('added', { text: file.name })), ...this.#refused].join(' '));
  }

  #remove(event: Event, file: StoredFile): void {
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    const left = filesOf(this.#node).filter((other) => other !== file);
    this.#node.setValue(left.length > 0 ? left : undefined);
    this.#context.announce(this.#context.t('removed', { text: file.name }));
    root.getElementById(controlId(this.#node))?.focus();
  }

  #draw(): void {
    if (this.isConnected) this.setValue(this.#template());
  }

  #template(): unknown {
    const node = this.#node;
    const { lang, t } = this.#context;
    const files = filesOf(node);
    const problems = this.#refused;
    const described = [describedBy(node, 'h'), problems.length > 0 ? `${node.id}-f` : ''].join(' ').trim();
    return html`<input class="file" part="input" type="file" id=${controlId(node)} accept=${ifDefined(textOf(node.json.acceptedTypes) || undefined)}
      ?multiple=${node.json.allowMultiple === true} ?disabled=${!node.enabled} aria-required=${ifDefined(node.required ? 'true' : undefined)}
      aria-invalid=${ifDefined(node.errors.length > 0 || problems.length > 0 ? 'true' : undefined)} aria-describedby=${described}
      @change=${(event: Event) => { event.stopPropagation(); void this.#take(event.target as HTMLInputElement); }}>
      ${this.#reading ? html`<p class="help">${t('reading')}</p>` : nothing}
      ${problems.length > 0 ? html`<div class="errors" id="${node.id}-f" part="error">${problems.map((text) => html`<p><span class="icon" aria-hidden="true">▲</span>${text}</p>`)}</div>` : nothing}
      ${files.length > 0 ? html`<ul class="chips" aria-label=${t('chosenFiles')}>${files.map((file) => html`<li>${file.name} <span class="soft">${sizeText(sizeOf(file), lang)}</span><button type="button" class="remove" part="button"
        aria-label=${t('removeItem', { text: file.name })} ?disabled=${!node.enabled} @click=${(event: Event) => { this.#remove(event, file); }}><span aria-hidden="true">✕</span></button></li>`)}</ul>` : nothing}`;
  }
}

const fileField = directive(FileField);

export const renderFile: Drawer = (node, context) => {
  const max = sizeText(numberOf(node.json.maxSize) || MAX_FILE, context.lang);
  const types = textOf(node.json.acceptedTypes);
  const hint = localized(node.json.fileHint, context.lang) || (types ? context.t('fileHintTypes', { max, types }) : context.t('fileHint', { max }));
  return renderLabelled(node, context, fileField(node, context), hint);
};
