/** A document as it is edited, with what undo and redo need. Documents are never changed in place: a step back costs a reference. */
const MOST = 200;

export class Steps<Document> {
  #now: Document;
  #past: Document[] = [];
  #future: Document[] = [];
  /** What the last edit was of: typing on in the same field is one step. */
  #field = '';

  constructor(document: Document) {
    this.#now = document;
  }

  get now(): Document {
    return this.#now;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** `field`: edits of the same one in a row are undone together; empty stands alone. */
  set(document: Document, field = ''): void {
    if (document === this.#now) return;
    if (field === '' || field !== this.#field) this.#past = [...this.#past, this.#now].slice(-MOST);
    this.#field = field;
    this.#future = [];
    this.#now = document;
  }

  /** The next edit is a step of its own. */
  settle(): void {
    this.#field = '';
  }

  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.#now);
    this.#now = before;
    this.#field = '';
  }

  redo(): void {
    const after = this.#future.pop();
    if (after === undefined) return;
    this.#past.push(this.#now);
    this.#now = after;
    this.#field = '';
  }
}
