/** The door through which badges come in: files, folders, clipboard, QR codes. Holds what stands half-open. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { mayBeBadge, MOST_FILES, sourceOf, type Source } from './source.ts';
import type { Camera } from './camera.ts';
import type { ViewerKey } from './messages/fr.ts';
import type { Words } from './words.ts';

interface GateHost extends ReactiveControllerHost, HTMLElement {
  readonly words: Words;
  /** Nothing comes in from the person. */
  readonly closed: boolean;
  /** The person gave these. */
  take(sources: readonly Source[]): void;
  say(text: string): void;
  focusOn(selector: string): void;
}

export class Gate implements ReactiveController {
  way: 'files' | 'paste' | 'camera' = 'files';
  /** Something is being dragged over. */
  over = false;
  note = '';
  /** What was pasted and gave no badge: it is there again when the field is. */
  text = '';
  cameraTrouble: Extract<ViewerKey, 'cameraRefused' | 'cameraMissing'> | undefined;
  readonly #host: GateHost;
  #camera: Camera | undefined;

  constructor(host: GateHost) {
    (this.#host = host).addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('dragover', this.#onDrag);
    this.#host.addEventListener('dragleave', this.#onLeave);
    this.#host.addEventListener('drop', this.#onDrop);
    this.#host.addEventListener('paste', this.#onPaste);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('dragover', this.#onDrag);
    this.#host.removeEventListener('dragleave', this.#onLeave);
    this.#host.removeEventListener('drop', this.#onDrop);
    this.#host.removeEventListener('paste', this.#onPaste);
    this.#stopCamera();
  }

  open(way: Gate['way']): void {
    const from = this.way;
    this.#stopCamera();
    this.way = way;
    this.note = '';
    this.cameraTrouble = undefined;
    this.#host.focusOn(way === 'files' ? `[data-focus=open-${from}]` : `[data-focus=${way}]`);
    this.#host.requestUpdate();
    if (way === 'camera') void this.#film();
  }

  takeText(text: string): void {
    this.text = text;
    this.#take([{ name: '', data: text, ...(/^https:\/\/\S+$/.test(text) ? { url: text } : {}) }]);
  }

  takeInput(event: Event, folder: boolean): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    void this.#takeFiles(folder ? files.filter(mayBeBadge) : files, folder);
    input.value = ''; // the same file may be chosen again
  }

  async #takeFiles(files: readonly File[], folder: boolean): Promise<void> {
    const { t } = this.#host.words;
    const some = files.slice(0, MOST_FILES);
    if (some.length > 0) this.#take(await Promise.all(some.map(sourceOf)));
    this.note = files.length > MOST_FILES ? t('tooMany', { count: MOST_FILES }) : some.length === 0 && folder ? t('noFile') : '';
    this.#host.requestUpdate();
  }

  #take(sources: readonly Source[]): void {
    this.#stopCamera();
    this.way = 'files';
    this.note = '';
    this.#host.take(sources);
  }

  readonly #onDrag = (event: DragEvent): void => {
    if (this.#host.closed) return;
    event.preventDefault();
    if (this.over) return;
    this.over = true;
    this.#host.requestUpdate();
  };

  readonly #onLeave = (event: DragEvent): void => {
    if (event.relatedTarget instanceof Node && this.#host.contains(event.relatedTarget)) return;
    this.over = false;
    this.#host.requestUpdate();
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (this.#host.closed || !event.dataTransfer) return;
    event.preventDefault();
    this.over = false;
    // All asked for at once: the transfer is emptied when the event ends.
    const { files, items } = event.dataTransfer;
    const text = event.dataTransfer.getData('text/uri-list') || event.dataTransfer.getData('text/plain');
    const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
    if (entries.some(({ isDirectory }) => isDirectory)) void this.#takeFolders(entries);
    else if (files.length > 0) void this.#takeFiles([...files], false);
    else if (text) this.takeText(text.trim());
  };

  async #takeFolders(entries: readonly FileSystemEntry[]): Promise<void> {
    const { filesIn } = await import('./folders.ts');
    await this.#takeFiles(await filesIn(entries).catch(() => []), true);
  }

  /** A picture or a text from the clipboard, anywhere but in a field that takes text itself. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const [field] = event.composedPath();
    if (this.#host.closed || !event.clipboardData || (field instanceof Element && field.matches('input, textarea'))) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain').trim();
    if (files.length === 0 && text === '') return;
    event.preventDefault();
    if (files.length > 0) void this.#takeFiles(files, false);
    else this.takeText(text);
  };

  // QR codes

  async takeQrPicture(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    const { readQr } = await import('./qr.ts');
    const text = await readQr(file).catch(() => undefined);
    if (text) this.takeText(text);
    else {
      this.note = this.#host.words.t('qrNone');
      this.#host.requestUpdate();
    }
  }

  async #film(): Promise<void> {
    const { Camera } = await import('./camera.ts');
    await this.#host.updateComplete;
    const video = this.#host.shadowRoot?.querySelector('video');
    if (this.way !== 'camera' || !video) return;
    this.#camera = new Camera(video, (text) => { this.takeText(text); });
    const trouble = await this.#camera.start();
    if (!trouble) return;
    this.cameraTrouble = trouble === 'refused' ? 'cameraRefused' : 'cameraMissing';
    this.#host.say(this.#host.words.t(this.cameraTrouble));
    this.#host.requestUpdate();
  }

  #stopCamera(): void {
    this.#camera?.stop();
    this.#camera = undefined;
  }
}
