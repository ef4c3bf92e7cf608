/** Signing: Data Integrity eddsa-rdfc-2022 (the one suite of 1EdTech's conformance tests), or a VC-JWT with EdDSA. */
import { parseDateTime } from '../dates.ts';
import { asArray, isObject, textOf, type JsonObject } from '../input/json.ts';
import { encodeBase58, encodeBase64Url } from '../proof/multibase.ts';
import { sha256Bytes } from '../proof/sha256.ts';
import { issuerId } from '../structure/kind.ts';
import { methodOf } from './did.ts';
import type { SigningKey } from './key.ts';
import { IssueError, problem } from './problems.ts';

/** https://www.w3.org/TR/vc-di-eddsa/#create-proof-eddsa-rdfc-2022 ; `created` is an ISO date-time. Proofs that stand there already are kept. */
export async function signCredential(credential: JsonObject, key: SigningKey, created: string): Promise<JsonObject> {
  const { proof: earlier, ...unsigned } = credential;
  if (parseDateTime(created) === undefined) throw new IssueError(problem('date.wrong', 'created'));
  const options = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created, verificationMethod: methodFor(credential, key), proofPurpose: 'assertionMethod' };
  const { canonize } = await loadCanonizer();
  const optionsText = await canonize({ ...options, '@context': credential['@context'] ?? null });
  const documentText = await canonize(unsigned);
  if (optionsText === undefined || documentText === undefined) throw new IssueError(problem('credential.terms'));
  const signature = await key.sign(new Uint8Array([...sha256Bytes(optionsText), ...sha256Bytes(documentText)]));
  return { ...unsigned, proof: [...asArray(earlier), { ...options, proofValue: `z${encodeBase58(signature)}` }] };
}

/** Open Badges 3.0 §8.2: the credential is the payload, and the registered claims say the same. */
export async function signToken(credential: JsonObject, key: SigningKey): Promise<string> {
  const subject = credential['credentialSubject'];
  const header = { alg: 'EdDSA', typ: 'JWT', kid: methodFor(credential, key) };
  const claims: JsonObject = { iss: issuerId(credential) ?? '', jti: textOf(credential['id']) };
  const [from, until] = [parseDateTime(credential['validFrom']), parseDateTime(credential['validUntil'])];
  if (from !== undefined) claims['nbf'] = Math.floor(from / 1000);
  if (until !== undefined) claims['exp'] = Math.floor(until / 1000);
  if (isObject(subject) && typeof subject['id'] === 'string') claims['sub'] = subject['id'];
  const encoder = new TextEncoder();
  const part = (value: object): string => encodeBase64Url(encoder.encode(JSON.stringify(value)));
  const signed = `${part(header)}.${part({ ...credential, ...claims })}`;
  return `${signed}.${encodeBase64Url(await key.sign(encoder.encode(signed)))}`;
}

function methodFor(credential: JsonObject, key: SigningKey): string {
  return methodOf(issuerId(credential) ?? '', key);
}

let canonizer: Promise<typeof import('../proof/rdfc.ts')> | undefined;
/** Loaded once: asking a runtime for a module that it has already costs as much as canonicalizing a badge. */
const loadCanonizer = (): Promise<typeof import('../proof/rdfc.ts')> => (canonizer ??= import('../proof/rdfc.ts'));
