/**
 * Data Integrity proofs (https://www.w3.org/TR/vc-data-integrity/), and the older Ed25519Signature2020 that many wallets still hold.
 * A suite turns the document and the proof's options into the bytes that were signed; nothing here decides whose key it is.
 */
import { asArray, isObject, without, type JsonObject } from '../input/json.ts';
import { parseDateTime } from '../dates.ts';
import { canonicalizeJson } from './jcs.ts';
import { verifySignature, type KeyType, type PublicKey } from './keys.ts';
import { decodeBase58 } from './multibase.ts';
import { sha256Bytes } from './sha256.ts';

/** Of the digest, and of the labels that canonicalization gives to blank nodes. */
export type Hash = 'SHA-256' | 'SHA-384';
type Canonicalization = 'rdfc' | 'jcs';

interface Suite {
  readonly canonicalization: Canonicalization;
  readonly keys: readonly KeyType[];
}

/** The suites that are read. `ecdsa-rdfc-2019` hashes with the size of its curve. */
const SUITES: Readonly<Record<string, Suite>> = {
  'eddsa-rdfc-2022': { canonicalization: 'rdfc', keys: ['Ed25519'] },
  'eddsa-jcs-2022': { canonicalization: 'jcs', keys: ['Ed25519'] },
  'ecdsa-rdfc-2019': { canonicalization: 'rdfc', keys: ['P-256', 'P-384'] },
  'ecdsa-jcs-2019': { canonicalization: 'jcs', keys: ['P-256', 'P-384'] },
  Ed25519Signature2020: { canonicalization: 'rdfc', keys: ['Ed25519'] },
};

export type ProofCode =
  | 'proof.suite' | 'proof.purpose' | 'proof.created' | 'proof.limit' | 'proof.value' | 'proof.method' | 'proof.key' | 'proof.context'
  | 'proof.canonicalization' | 'proof.signature' | 'proof.ok';

/** A proof that is well formed and of a kind that is read, or what is wrong with it. */
export type ReadProof = GoodProof | { readonly code: ProofCode };

interface GoodProof {
  readonly suite: Suite;
  readonly method: string;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** Its own `expires` has passed: it was good once. */
  readonly expired: boolean;
}

export function readProof(proof: JsonObject, now: number): ReadProof {
  const name = proof['type'] === 'DataIntegrityProof' ? proof['cryptosuite'] : proof['type'];
  const suite = typeof name === 'string' && Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
  if (!suite || (name === 'Ed25519Signature2020') !== (proof['type'] === name)) return { code: 'proof.suite' };
  if ('previousProof' in proof) return { code: 'proof.suite' }; // a chain signs the proofs before it: not read here
  if (proof['proofPurpose'] !== 'assertionMethod') return { code: 'proof.purpose' };
  const expires = parseDateTime(proof['expires']);
  if (proof['created'] !== undefined && parseDateTime(proof['created']) === undefined) return { code: 'proof.created' };
  if (proof['expires'] !== undefined && expires === undefined) return { code: 'proof.created' };
  const method = isObject(proof['verificationMethod']) ? proof['verificationMethod']['id'] : proof['verificationMethod'];
  if (typeof method !== 'string') return { code: 'proof.method' };
  const value = proof['proofValue'];
  const signature = typeof value === 'string' && value.startsWith('z') ? decodeBase58(value.slice(1)) : undefined;
  return signature && (signature.length === 64 || signature.length === 96) ? { suite, method, signature, expired: expires !== undefined && expires <= now } : { code: 'proof.value' };
}

/** The document is too large, or its blank nodes too much alike, to be made canonical in reasonable time. */
export class TooHard extends Error {}

/** Turns a JSON-LD document into canonical N-Quads, or undefined when it says something the pinned contexts do not define. Throws `TooHard`. */
export type Canonize = (document: JsonObject, hash: Hash) => Promise<string | undefined>;

/** Whether the proof's signature holds over the document (without any of its proofs). */
export async function checkProof(
  document: JsonObject,
  proof: JsonObject,
  read: GoodProof,
  key: PublicKey,
  canonize: Canonize,
): Promise<ProofCode> {
  if (!read.suite.keys.includes(key.type)) return 'proof.key';
  const unsigned = without(document, 'proof');
  const options = without(proof, 'proofValue');
  const hash = key.type === 'P-384' ? 'SHA-384' : 'SHA-256';
  let texts: readonly (string | undefined)[];
  if (read.suite.canonicalization === 'jcs') {
    if (!startsWithContext(document, options)) return 'proof.context';
    // The proof's own @context, when it has one, replaces the document's: https://www.w3.org/TR/vc-di-eddsa/#transformation-eddsa-jcs-2022
    const signed = '@context' in options ? { ...unsigned, '@context': options['@context'] ?? null } : unsigned;
    texts = [canonicalizeJson(options), canonicalizeJson(signed)];
  } else {
    const config = { ...options, '@context': document['@context'] ?? null };
    try {
      texts = [await canonize(config, hash), await canonize(unsigned, hash)];
    } catch (error) {
      if (error instanceof TooHard) return 'proof.limit';
      throw error;
    }
  }
  const [optionsText, documentText] = texts;
  if (optionsText === undefined || documentText === undefined) return 'proof.canonicalization';
  const data = new Uint8Array([...(await digest(optionsText, hash)), ...(await digest(documentText, hash))]);
  return (await verifySignature(key, read.signature, data, hash)) ? 'proof.ok' : 'proof.signature';
}

/** eddsa-jcs-2022 §3.3.2: the document's contexts must begin with the proof's. */
function startsWithContext(document: JsonObject, options: JsonObject): boolean {
  if (!('@context' in options)) return true;
  const outer = asArray(document['@context']).map(canonicalizeJson);
  return asArray(options['@context']).every((context, index) => canonicalizeJson(context) === outer[index]);
}

async function digest(text: string, hash: Hash): Promise<Uint8Array> {
  if (hash === 'SHA-256') return sha256Bytes(text);
  return new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text)));
}
