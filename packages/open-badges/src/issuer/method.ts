/**
 * Whose key is it? A signature by somebody's key says nothing until the key is bound to the issuer that the badge names. The reference
 * validator takes any key under any https address as that address's: here each kind of issuer has its own proof.
 */
import { keyFromMultibase } from '../proof/keys.ts';
import { bound, type FoundKey, type Query } from './binding.ts';

/** Finds the key that a proof names, and whether the issuer that the badge names holds it. */
export async function findKey(query: Query): Promise<FoundKey> {
  const { method } = query;
  if (method.startsWith('did:key:')) return didKey(query);
  if (/^(?:did:web:|https:\/\/)/.test(method)) return (await declared()).findPublishedKey(query);
  return { key: undefined, binding: 'unknown', code: 'key.unsupported' };
}

type Declared = typeof import('./declared.ts');
let loaded: Promise<Declared> | undefined;

/**
 * What reads other documents loads when a badge needs one: most of ours are signed by the key that names their issuer. Asked for once: a
 * runtime takes its time over a module that it has already.
 */
export const declared = (): Promise<Declared> => (loaded ??= import('./declared.ts'));

/** https://w3c-ccg.github.io/did-key-spec/ : the identifier is the key. */
async function didKey(query: Query): Promise<FoundKey> {
  const [did = '', fragment] = query.method.split('#');
  const multibase = did.slice('did:key:'.length);
  const key = keyFromMultibase(multibase);
  if (!key || (fragment !== undefined && fragment !== multibase)) return { key: undefined, binding: 'failed', code: 'key.unreadable' };
  if (query.issuer === did) return { key, ...bound(query) };
  return { key, ...(await (await declared()).declaredElsewhere(query, did, key)) };
}
