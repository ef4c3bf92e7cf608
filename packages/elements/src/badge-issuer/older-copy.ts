/** The copy for readers of Open Badges 2.0, made again from the badges as they were signed. */
import type { Achievement, Award } from '@assembleurs/open-badges/issue';
import { isRecord, textOf } from '../internal/json.ts';
import type { Awarded } from './model.ts';
import { jsonOf } from './signed-text.ts';
import { tools } from './tools.ts';

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Json => (isRecord(value) ? value : {});
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(objectOf);
const given = <Name extends string>(name: Name, value: unknown): { readonly [Key in Name]?: string } => (textOf(value) === '' ? {} : { [name]: textOf(value) }) as { readonly [Key in Name]?: string };

/** Each document by its address, the badges last: they point to the others. Throws `IssueError` when the issuer has no site or no e-mail. */
export function ob2Documents(awards: readonly Awarded[], base: string): readonly (readonly [string, unknown])[] {
  const shared = new Map<string, unknown>();
  const badges = new Map<string, unknown>();
  for (const awarded of awards) {
    if (awarded.text === '') continue;
    const { url, documents } = tools().hostedBadge(awardIn(awarded), { base, ...(awarded.revoked ? { revoked: { reason: awarded.revoked.reason } } : {}) });
    for (const [address, document] of documents) (address === url ? badges : shared).set(address, document);
  }
  return [...shared, ...badges];
}

/** What was decided, out of what was signed; the address comes from the register, for the badge may hold its hash only. */
function awardIn({ id, text, recipient: { kind, email, name } }: Awarded): Award {
  const credential = JSON.parse(jsonOf(text)) as Json;
  const issuer = objectOf(credential['issuer']);
  const subject = objectOf(credential['credentialSubject']);
  const [identity = {}] = listOf(subject['identifier']);
  return {
    id,
    issuer: { id: textOf(issuer['id']), name: textOf(issuer['name']), ...given('url', issuer['url']), ...given('email', issuer['email']), ...given('description', issuer['description']) },
    achievement: achievementIn(objectOf(subject['achievement'])),
    recipient: kind === 'person' ? { kind, email, ...given('salt', identity['salt']) } : { kind, name, ...given('url', subject['id']) },
    validFrom: textOf(credential['validFrom']), ...given('validUntil', credential['validUntil']), ...given('narrative', subject['narrative']),
    evidence: listOf(credential['evidence']).map((each) => ({ ...given('url', each['id']), ...given('name', each['name']), ...given('narrative', each['narrative']) })),
  };
}

function achievementIn(achievement: Json): Achievement {
  const image = achievement['image'];
  return {
    id: textOf(achievement['id']), name: textOf(achievement['name']), description: textOf(achievement['description']), criteria: textOf(objectOf(achievement['criteria'])['narrative']), type: 'Badge',
    ...given('image', textOf(image) || objectOf(image)['id']), tags: Array.isArray(achievement['tag']) ? achievement['tag'].map(textOf).filter(Boolean) : [],
    alignments: listOf(achievement['alignment']).map((each) => ({ name: textOf(each['targetName']), url: textOf(each['targetUrl']), ...given('code', each['targetCode']), ...given('framework', each['targetFramework']) })),
  };
}
