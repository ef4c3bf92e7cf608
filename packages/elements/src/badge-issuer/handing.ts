/** What was just signed, and the ways to hand it over. */
import { saveFile } from '../internal/save-file.ts';
import type { Desk } from './desk.ts';
import { pngOf, svgOf } from './designs.ts';
import type { NamedFile, Pictures } from './handover.ts';
import { slug } from './keys.ts';
import type { Awarded, Design } from './model.ts';
import { qrPath, type QrCode } from './qr-path.ts';
import { toPng } from './raster.ts';

type Handover = typeof import('./handover.ts');

export class Handing {
  readonly #desk: Desk;
  awards: readonly Awarded[] = [];
  pictures: Pictures = { svg: undefined, png: undefined };
  design: Design | undefined;
  /** Badges put into the ZIP so far; undefined when none is being made. */
  zipped: number | undefined;
  /** The files' part, once it came: links and sheets need it. */
  parts: Handover | undefined;
  /** Draws QR codes; undefined until it came. */
  encodeQr: typeof import('uqr').encode | undefined;
  failed = false;
  sheetOpen = false;
  /** The first card on the sheet. */
  sheetFrom = 0;
  readonly #codes = new Map<string, QrCode>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async take(awards: readonly Awarded[]): Promise<void> {
    const { design } = this.#desk;
    if (!design) return;
    this.awards = awards;
    this.design = design;
    this.sheetOpen = false;
    this.sheetFrom = 0;
    this.#codes.clear();
    const svg = svgOf(design);
    this.pictures = { svg, png: pngOf(design) ?? (svg === undefined ? undefined : await toPng(svg)) };
    await this.load();
  }

  async load(): Promise<Handover | undefined> {
    try {
      this.parts ??= await import('./handover.ts');
      this.encodeQr ??= (await import('uqr')).encode;
      this.failed = false;
    } catch {
      this.failed = true; // no network, and the part never came: what was signed is in the register
    }
    this.#desk.host.requestUpdate();
    return this.parts;
  }

  /** Drawn once an address; undefined until the part that draws it came. */
  qrOf(address: string): QrCode | undefined {
    const known = this.#codes.get(address) ?? (this.encodeQr && qrPath(address, this.encodeQr));
    if (known) this.#codes.set(address, known);
    return known;
  }

  async saveZip(): Promise<void> {
    const { issuer, hosting, host } = this.#desk;
    const parts = await this.load();
    if (!issuer || !parts) return;
    const { t } = host.words;
    this.zipped = 0;
    host.requestUpdate();
    const status = await parts.statusFile(issuer, this.#desk.awards);
    const site = parts.siteFile(issuer);
    const extras: NamedFile[] = [
      { name: t('fileMerge'), content: await parts.mergeTable(this.awards, issuer, hosting, this.pictures, host.words) },
      { name: t('fileMessage'), content: `\ufeff${this.message()}` },
      ...[status, site].flatMap((file) => (file ? [{ name: `${t('folderWeb')}/${file.name}`, content: file.content }] : [])),
    ];
    const blob = await parts.makeZip({
      awards: this.awards, pictures: this.pictures, extras,
      progress: (done) => {
        this.zipped = done;
        host.requestUpdate();
      },
    });
    saveFile(`${slug(this.design?.name ?? '') || 'badges'}-${new Date().toISOString().slice(0, 10)}.zip`, 'application/zip', blob);
    this.zipped = undefined;
    host.say(t('zipSaved'));
  }

  async saveMerge(): Promise<void> {
    const { issuer, hosting, host } = this.#desk;
    const parts = await this.load();
    if (issuer && parts) saveFile(host.words.t('fileMerge'), 'text/csv;charset=utf-8', await parts.mergeTable(this.awards, issuer, hosting, this.pictures, host.words));
  }

  /** The message to send with each badge. */
  message(): string {
    const { issuer, host } = this.#desk;
    return host.words.t('message', { badge: this.design?.name ?? '', issuer: issuer?.profile.name ?? '' });
  }
}
