/** The key that signs: Ed25519, by WebCrypto where it has it, else by a library. What can be kept of it, and what cannot be taken out again. */
import { decodeMultibase, encodeBase58, decodeBase64Url } from '../proof/multibase.ts';
import type { RandomBytes } from './model.ts';
import { IssueError, problem } from './problems.ts';

/**
 * What a browser's database keeps. `native`: a key that scripts may use and never read. `sealed`, where WebCrypto has no Ed25519: the seed,
 * encrypted by an AES key that scripts may use and never read.
 */
export type KeptKey =
  | { readonly kind: 'native'; readonly publicKeyMultibase: string; readonly key: CryptoKey }
  | { readonly kind: 'sealed'; readonly publicKeyMultibase: string; readonly seal: CryptoKey; readonly iv: Uint8Array<ArrayBuffer>; readonly data: Uint8Array<ArrayBuffer> };

export interface SigningKey {
  /** `z6Mk…`: the public key as a Multikey. */
  readonly publicKeyMultibase: string;
  readonly kept: KeptKey;
  sign(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

const SEED_LENGTH = 32;
/** RFC 8410 §7: what stands before the 32 bytes in a PKCS #8 Ed25519 key. */
const PKCS8 = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/** The 32 bytes that are the key: to be put into the backup at once, and then forgotten. */
export function newSeed(random: RandomBytes): Uint8Array<ArrayBuffer> {
  return new Uint8Array(random(SEED_LENGTH));
}

/** The key of a seed. `native: false` takes the library, as where WebCrypto has no Ed25519. */
export async function keyFromSeed(seed: Uint8Array<ArrayBuffer>, options: { readonly native?: boolean; readonly random: RandomBytes }): Promise<SigningKey> {
  if (seed.length !== SEED_LENGTH) throw new IssueError(problem('backup.damaged'));
  const native = options.native === false ? undefined : await importNative(seed);
  if (native) return keyFromKept(native);
  const { getPublicKeyAsync } = await import('@noble/ed25519');
  const seal = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = new Uint8Array(options.random(12));
  const data = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, seal, seed));
  return keyFromKept({ kind: 'sealed', publicKeyMultibase: multibaseOf(await getPublicKeyAsync(seed)), seal, iv, data });
}

/** The key as a database gives it back. */
export function keyFromKept(kept: KeptKey): SigningKey {
  const { publicKeyMultibase } = kept;
  if (kept.kind === 'native') {
    return { publicKeyMultibase, kept, sign: async (data) => new Uint8Array(await crypto.subtle.sign('Ed25519', kept.key, data)) };
  }
  return {
    publicKeyMultibase,
    kept,
    sign: async (data) => {
      const { signAsync } = await import('@noble/ed25519');
      const seed = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, kept.seal, kept.data));
      try {
        return new Uint8Array(await signAsync(data, seed));
      } finally {
        seed.fill(0);
      }
    },
  };
}

/** Undefined where WebCrypto has no Ed25519. */
async function importNative(seed: Uint8Array<ArrayBuffer>): Promise<KeptKey | undefined> {
  const pkcs8 = new Uint8Array([...PKCS8, ...seed]);
  try {
    const readable = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
    const { x = '' } = await crypto.subtle.exportKey('jwk', readable);
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
    const raw = decodeBase64Url(x);
    return raw && { kind: 'native', publicKeyMultibase: multibaseOf(raw), key };
  } catch {
    return undefined;
  } finally {
    pkcs8.fill(0);
  }
}

function multibaseOf(raw: Uint8Array): string {
  return `z${encodeBase58(new Uint8Array([0xed, 0x01, ...raw]))}`;
}

/** Whether a text is an Ed25519 Multikey. */
export function isPublicKey(text: string): boolean {
  const bytes = text.startsWith('z') ? decodeMultibase(text) : undefined;
  return bytes?.length === 34 && bytes[0] === 0xed && bytes[1] === 0x01;
}
