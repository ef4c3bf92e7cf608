/** What is handed over: one ZIP with each badge as picture and data, a table for the mail merge, the message, what to put on the web. */
import { breather } from './breath.ts';
import type { Awarded, Issuer } from './model.ts';
import { formOf } from './signed-text.ts';
import type { Words } from './words.ts';
import { tools } from './tools.ts';

export interface Pictures {
  readonly svg: string | undefined;
  readonly png: Uint8Array<ArrayBuffer> | undefined;
}

export interface NamedFile {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** `8d5f3c1e-…`: a badge's file bears its own number and no address, so that a folder may be put on the web. */
export const fileOf = ({ id }: Awarded): string => id.replace(/^urn:uuid:/, '').replace(/[^\w-]/g, '-');

/** The badge in the best picture that there is. */
export function bakedFile(award: Awarded, { svg, png }: Pictures): NamedFile {
  if (svg !== undefined) return { name: `${fileOf(award)}.svg`, content: tools().bakeSvg(svg, award.text) };
  return png ? { name: `${fileOf(award)}.png`, content: tools().bakePng(png, award.text) } : { name: `${fileOf(award)}.${formOf(award.text)}`, content: award.text };
}

/** Where one badge will stand, when the person said where they put them. */
export function hostedAt(award: Awarded, hosting: string, { svg, png }: Pictures): string {
  if (!/^https?:\/\/\S+$/.test(hosting.trim())) return '';
  return `${hosting.trim().replace(/\/?$/, '/')}${fileOf(award)}.${svg !== undefined ? 'svg' : png ? 'png' : formOf(award.text)}`;
}

/** One line a recipient, with what a mail merge needs: the address, the file to attach, the link. */
export async function mergeTable(awards: readonly Awarded[], issuer: Issuer, hosting: string, pictures: Pictures, { t }: Words): Promise<string> {
  const { toCsv } = await import('@assembleurs/commons/survey/formats/table');
  const columns = (['email', 'name', 'badge', 'fileSvg', 'filePng', 'fileJson', 'address', 'until', 'linkedIn', 'id'] as const).map((key) => ({ key, title: t(`column_${key}`) }));
  const rows: string[][] = [];
  const breathe = breather();
  for (const award of awards) {
    const address = hostedAt(award, hosting, pictures);
    const file = (ending: string, there: boolean): string => (there ? `badges/${fileOf(award)}.${ending}` : '');
    rows.push([award.recipient.email, award.recipient.name, award.achievement.name, file('svg', pictures.svg !== undefined), file('png', pictures.png !== undefined), file(formOf(award.text), true), address, award.validUntil?.slice(0, 10) ?? '', tools().linkedInUrl({ id: award.id, name: award.achievement.name, organisation: issuer.profile.name, issued: new Date(award.validFrom), until: award.validUntil === undefined ? undefined : new Date(award.validUntil), url: address }), award.id]);
    await breathe();
  }
  return toCsv({ columns, rows });
}

/** The file that says which badges were taken back, to put at the address inside the badges. */
export async function statusFile(issuer: Issuer, awards: readonly Awarded[]): Promise<NamedFile | undefined> {
  if (issuer.statusUrl === '') return undefined;
  const taken = awards.filter(({ revoked, status }) => revoked && status?.url === issuer.statusUrl);
  const document = issuer.statusKind === 'list'
    ? tools().revocationList(issuer.statusUrl, issuer.id, taken.map(({ id, revoked }) => ({ id, reason: revoked?.reason })))
    : await tools().statusListCredential({
        list: tools().revoke(tools().newStatusList(), ...taken.flatMap(({ status }) => (status?.kind === 'bitstring' ? [status.index] : []))),
        url: issuer.statusUrl, issuer: issuer.id, key: tools().keyFromKept(issuer.kept), now: tools().isoSeconds(new Date()),
      });
  return { name: new URL(issuer.statusUrl).pathname.split('/').at(-1) || 'status.json', content: `${JSON.stringify(document, null, 2)}\n` };
}

/** `did.json`, and where it must stand; undefined for a did:key, which needs nothing. */
export function siteFile({ id, kept, earlier, stolen = [] }: Issuer): (NamedFile & { readonly address: string }) | undefined {
  if (!id.startsWith('did:web:')) return undefined;
  const keys = [...[kept.publicKeyMultibase, ...earlier].map((publicKeyMultibase) => ({ publicKeyMultibase })), ...stolen.map(({ key, at }) => ({ publicKeyMultibase: key, revoked: at }))];
  const address = tools().didWeb(id.slice('did:web:'.length).split(':').map(decodeURIComponent).join('/')).documentUrl;
  return { name: 'did.json', content: `${JSON.stringify(tools().didDocument(id, keys), null, 2)}\n`, address };
}

/** Bytes that are pressed between two breaths. */
const PIECE = 32_768;

export interface ZipOrder {
  readonly awards: readonly Awarded[];
  readonly pictures: Pictures;
  /** Beside the badges: table, message, notice. */
  readonly extras: readonly NamedFile[];
  readonly progress: (done: number) => void;
}

/** Written piece by piece with a breath between: a thousand badges must not hold the page. */
export async function makeZip({ awards, pictures, extras, progress }: ZipOrder): Promise<Blob> {
  const { Zip, ZipDeflate, ZipPassThrough } = await import('fflate');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const failed: { error?: Error } = {};
  const zip = new Zip((error, chunk) => {
    if (error) failed.error = error;
    else parts.push(new Uint8Array(chunk));
  });
  const breathe = breather();
  const add = async (name: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> => {
    const isText = typeof content === 'string';
    const file = isText ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    zip.add(file);
    const bytes = isText ? new TextEncoder().encode(content) : content;
    // A table of a thousand lines takes longer to press than a frame lasts.
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
      file.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      await breathe();
    }
  };
  for (const { name, content } of extras) await add(name, content);
  for (const [index, award] of awards.entries()) {
    const path = `badges/${fileOf(award)}`;
    if (pictures.svg !== undefined) await add(`${path}.svg`, tools().bakeSvg(pictures.svg, award.text));
    if (pictures.png) await add(`${path}.png`, tools().bakePng(pictures.png, award.text));
    await add(`${path}.${formOf(award.text)}`, award.text);
    progress(index + 1);
  }
  zip.end();
  if (failed.error) throw failed.error;
  return new Blob(parts, { type: 'application/zip' });
}
