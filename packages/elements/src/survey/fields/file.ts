import type { QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing, type ChildPart } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { listAnswer } from './choices.ts';
import { type Drawer, type FieldContext, numberOf, textOf } from './context.ts';
import { renderChips, renderErrors, renderLabelled, says } from './frame.ts';

/** A file as SurveyJS keeps it in an answer; `content` is a data URL. */
interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** Bytes of one file when the definition says nothing, and of all files of one answer: an answer travels as one JSON. */
const MAX_FILE = 5e6;
const MAX_ALL = 20e6;

const filesOf = (node: QuestionNode): readonly StoredFile[] => (Array.isArray(node.value) ? (node.value as StoredFile[]) : []);

const maxOf = (node: QuestionNode): number => numberOf(node.json.maxSize) || MAX_FILE;

/** Bytes of a data URL's content: four characters hold three bytes. */
const sizeOf = ({ content }: StoredFile): number => (content.length - content.indexOf(',') - 1) * 0.75;

/** « 1,5 Mo » */
function sizeText(bytes: number, lang: string): string {
  const big = bytes >= 1e5;
  return new Intl.NumberFormat(lang, { style: 'unit', unit: big ? 'megabyte' : 'kilobyte', maximumFractionDigits: 1 })
    .format(Math.max(bytes / (big ? 1e6 : 1e3), 0.1));
}

/** Whether a file is one of `accept` (« .pdf, image/* »), by its name or its type. */
const accepted = ({ name, type }: File, accept: string): boolean => !accept || accept.toLowerCase().split(',').some((each) => {
  const wanted = each.trim();
  return wanted.startsWith('.') ? name.toLowerCase().endsWith(wanted) : wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
});

const read = (file: File): Promise<string> => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => { resolve(reader.result as string); };
  reader.onerror = reject;
  reader.readAsDataURL(file);
});

/** Chooses, checks and reads files. What was refused, and why, is its own state: it is no answer. */
class FileField extends AsyncDirective {
  #node!: QuestionNode;
  #context!: FieldContext;
  #refused: readonly string[] = [];

  override render(...[,]: [node: QuestionNode, context: FieldContext, hint: string]): unknown {
    return nothing;
  }

  override update(_part: ChildPart, [node, context, hint]: Parameters<this['render']>): unknown {
    this.#node = node;
    this.#context = context;
    return this.#template(hint);
  }

  /** Why a file is not taken, or its content. */
  async #take(file: File, before: number): Promise<StoredFile | string> {
    const { lang, t } = this.#context;
    const { name, size, type } = file;
    const accept = textOf(this.#node.json.acceptedTypes);
    const max = Math.min(maxOf(this.#node), MAX_ALL - before);
    if (!accepted(file, accept)) return t('fileType', { name, types: accept });
    if (size > max) return t('fileSize', { name, size: sizeText(size, lang), max: sizeText(max, lang) });
    return read(file).then((content) => ({ name, type, content }), () => t('fileRead', { name }));
  }

  #onChange = async (event: Event): Promise<void> => {
    event.stopPropagation();
    const input = event.target as HTMLInputElement;
    const node = this.#node;
    const kept = node.json.allowMultiple === true ? filesOf(node) : [];
    const results: (StoredFile | string)[] = [...kept];
    let total = kept.reduce((sum, file) => sum + sizeOf(file), 0);
    for (const file of input.files ?? []) {
      const result = await this.#take(file, total);
      if (typeof result !== 'string') total += file.size;
      results.push(result);
    }
    input.value = '';
    this.#refused = results.filter((result) => typeof result === 'string');
    const files = results.filter((result) => typeof result !== 'string');
    // A file that was refused leaves the one that stood.
    if (files.length > 0) node.setValue(files);
    this.#context.announce([...files.slice(kept.length).map(({ name }) => this.#context.t('added', { text: name })), ...this.#refused].join(' '));
    if (this.isConnected) this.setValue(this.#template(''));
  };

  #template(hint: string): unknown {
    const node = this.#node;
    const files = filesOf(node);
    const id = `${node.id}-f`;
    return html`<input class="file" part="input" type="file" accept=${ifDefined(textOf(node.json.acceptedTypes) || undefined)}
      ?multiple=${node.json.allowMultiple === true}
      ${says(node, hint, this.#refused.length > 0 ? id : undefined)} @change=${this.#onChange}>${renderErrors(this.#refused, id)}${
      renderChips(node, this.#context, files.map((file) => ({
        text: file.name, detail: sizeText(sizeOf(file), this.#context.lang), remove: () => { node.setValue(listAnswer(files.filter((other) => other !== file))); },
      })))}`;
  }
}

const fileField = directive(FileField);

export const renderFile: Drawer = (node, context) => {
  const types = textOf(node.json.acceptedTypes);
  const hint = context.t('fileHint', { max: sizeText(maxOf(node), context.lang) }) + (types ? ` ${context.t('fileTypes', { types })}` : '');
  return renderLabelled(node, context, fileField(node, context, hint), hint);
};
