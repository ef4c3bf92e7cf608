/** What there is to show of a badge, whichever version it is written in. Read from the verified document and from nowhere else. */
import { stripBidi, type Verdict } from '@assembleurs/open-badges';

export interface Linked {
  readonly name: string;
  readonly text: string;
  /** http or https; anything else is left out. */
  readonly url: string;
  /** A framework, a kind of evidence. */
  readonly note: string;
}

export interface BadgeFacts {
  readonly name: string;
  readonly description: string;
  /** `Certificate`, `Competency`…, as the badge writes it; empty when it does not say. */
  readonly type: string;
  /** As the badge says: may be a remote address or a data URL. */
  readonly picture: string;
  readonly issuer: { readonly id: string; readonly name: string; readonly url: string; readonly email: string };
  readonly recipient: { readonly text: string; readonly known: boolean; readonly comparable: boolean };
  readonly dates: { readonly issued: Date | undefined; readonly from: Date | undefined; readonly until: Date | undefined };
  readonly criteria: { readonly text: string; readonly url: string };
  readonly narrative: string;
  readonly evidence: readonly Linked[];
  readonly alignments: readonly Linked[];
  readonly results: readonly Linked[];
  readonly tags: readonly string[];
  readonly id: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Characters of one text that are shown: more is no badge's. */
const MOST_TEXT = 10_000;
const MOST_ITEMS = 50;

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const recordOf = (value: unknown): Json => (isRecord(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value]).slice(0, MOST_ITEMS);

/** What stands in a list of one stands alone: JSON-LD says the same with both, and the signature holds over both. */
const only = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);

/** A text that shows as it is written: nothing in it turns the line round or moves the cursor. */
export function textOf(given: unknown): string {
  const value = only(given);
  if (typeof value === 'number') return String(value);
  if (isRecord(value)) return textOf(value['@value'] ?? value['fr'] ?? value['en']);
  return typeof value === 'string' ? stripBidi(value).replace(/[^\P{Cc}\n\t]/gu, ' ').trim().slice(0, MOST_TEXT) : '';
}

export function webUrl(given: unknown): string {
  const value = only(given);
  const text = typeof value === 'string' ? value.trim() : '';
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : '';
}

const idOf = (given: unknown): string => {
  const value = only(given);
  return typeof value === 'string' ? value : textOf(recordOf(value)['id']);
};

function dateOf(...values: readonly unknown[]): Date | undefined {
  const value = values.map(only).find((each) => each !== undefined && each !== null);
  const date = typeof value === 'number' ? new Date(value * 1000) : typeof value === 'string' ? new Date(value) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}

const pictureOf = (given: unknown): string => {
  const value = only(given);
  const text = typeof value === 'string' ? value : textOf(recordOf(value)['id']);
  return /^data:image\/(png|svg\+xml|jpeg|webp|gif)[;,]/i.test(text) ? text : webUrl(text);
};

function issuerOf(value: unknown): BadgeFacts['issuer'] {
  const issuer = recordOf(value);
  const id = idOf(value);
  return { id, name: textOf(issuer['name']) || id, url: webUrl(issuer['url']) || webUrl(id), email: textOf(issuer['email']) };
}

const evidenceOf = (value: unknown): Linked => {
  const item = recordOf(value);
  const url = webUrl(typeof value === 'string' ? value : item['id']);
  return { name: textOf(item['name']), text: [textOf(item['description']), textOf(item['narrative'])].filter(Boolean).join('\n\n'), url, note: textOf(item['genre']) };
};

const alignmentOf = (value: unknown): Linked => {
  const item = recordOf(value);
  const framework = [textOf(item['targetFramework']), textOf(item['targetCode'])].filter(Boolean).join(' · ');
  return { name: textOf(item['targetName']), text: textOf(item['targetDescription']), url: webUrl(item['targetUrl']), note: framework };
};

const criteriaOf = ([value]: readonly unknown[]): BadgeFacts['criteria'] =>
  typeof value === 'string' && webUrl(value) === '' ? { text: textOf(value), url: '' } : { text: textOf(recordOf(value)['narrative']), url: webUrl(typeof value === 'string' ? value : recordOf(value)['id']) };

/** « Chose obtenue » in words: the description of a result, its value and the scale it stands on. */
function resultsOf(subject: Json, achievement: Json): Linked[] {
  const descriptions = listOf(achievement['resultDescription']).map(recordOf);
  return listOf(subject['result']).map(recordOf).map((result) => {
    const description = descriptions.find((each) => each['id'] === result['resultDescription']);
    return { name: textOf(description?.['name']), text: textOf(result['value']) || textOf(result['status']) || textOf(result['achievedLevel']), url: '', note: '' };
  });
}

function credentialFacts(document: Json): BadgeFacts {
  const subject = recordOf(listOf(document['credentialSubject'])[0]);
  const achievement = recordOf(listOf(subject['achievement'])[0]);
  const identity = recordOf(listOf(subject['identifier'])[0]);
  const hashed = identity['hashed'] === true || identity['hashed'] === 'true';
  const mail = /^mailto:(.+)$/.exec(textOf(subject['id']))?.[1] ?? '';
  const plain = hashed ? '' : textOf(identity['identityHash']) || mail;
  return {
    name: textOf(achievement['name']) || textOf(document['name']),
    description: textOf(achievement['description']) || textOf(document['description']),
    type: textOf(achievement['achievementType']).slice(0, 100),
    picture: pictureOf(achievement['image']) || pictureOf(document['image']) || pictureOf(subject['image']),
    issuer: issuerOf(document['issuer']),
    recipient: { text: plain || textOf(recordOf(subject)['name']), known: plain !== '', comparable: Object.keys(identity).length > 0 || mail !== '' },
    dates: {
      issued: dateOf(document['awardedDate'], document['validFrom'], document['issuanceDate']),
      from: dateOf(document['validFrom'], document['issuanceDate']),
      until: dateOf(document['validUntil'], document['expirationDate']),
    },
    criteria: criteriaOf(listOf(achievement['criteria'])),
    narrative: textOf(subject['narrative']),
    evidence: listOf(document['evidence']).map(evidenceOf),
    alignments: listOf(achievement['alignment']).map(alignmentOf),
    results: resultsOf(subject, achievement),
    tags: [...listOf(achievement['tag']), ...listOf(achievement['tags'])].map(textOf).filter(Boolean),
    id: textOf(document['id']),
  };
}

function assertionFacts(document: Json): BadgeFacts {
  const badge = recordOf(document['badge']);
  const recipient = document['recipient'];
  const identity = recordOf(recipient);
  const value = textOf(typeof recipient === 'string' ? recipient : identity['identity']);
  const hashed = identity['hashed'] === true || /^(sha256|md5)\$/i.test(value);
  return {
    name: textOf(badge['name']),
    description: textOf(badge['description']),
    type: '',
    picture: pictureOf(document['image']) || pictureOf(badge['image']),
    issuer: issuerOf(badge['issuer']),
    recipient: { text: hashed ? '' : value, known: !hashed && value !== '', comparable: value !== '' },
    dates: { issued: dateOf(document['issuedOn']), from: undefined, until: dateOf(document['expires']) },
    criteria: criteriaOf(listOf(badge['criteria'])),
    narrative: textOf(document['narrative']),
    evidence: listOf(document['evidence']).map(evidenceOf),
    alignments: listOf(badge['alignment'] ?? badge['alignments']).map(alignmentOf), // the second is Moodle's word
    results: [],
    tags: listOf(badge['tags']).map(textOf).filter(Boolean),
    id: textOf(document['id'] ?? document['uid']),
  };
}

/** Undefined when nothing could be read. */
export function factsOf({ document, kind }: Verdict): BadgeFacts | undefined {
  if (!document) return undefined;
  return kind?.startsWith('Assertion') ? assertionFacts(document) : credentialFacts(document);
}

/** What an endorsement of this badge may be about: the badge itself, its issuer, what was achieved. */
export function endorsable({ document }: Verdict): ReadonlySet<string> {
  const { id, issuer, credentialSubject } = recordOf(document);
  const { achievement } = recordOf(listOf(credentialSubject)[0]);
  return new Set([id, issuer, listOf(achievement)[0]].map(idOf).filter(Boolean));
}

/** What an endorsement says: by whom, and why; `about` is what it speaks of. */
export function endorsementOf({ document }: Verdict): { readonly by: string; readonly text: string; readonly about: string } {
  const subject = recordOf(listOf(recordOf(document)['credentialSubject'])[0]);
  return { by: issuerOf(recordOf(document)['issuer']).name, text: textOf(subject['endorsementComment']), about: idOf(subject) };
}

export interface ProofFact {
  readonly type: string;
  readonly key: string;
  readonly created: string;
}

export function proofsOf({ document }: Verdict): ProofFact[] {
  return listOf(recordOf(document)['proof']).map(recordOf).map((proof) => ({
    type: [textOf(proof['type']), textOf(proof['cryptosuite'])].filter(Boolean).join(' · '),
    key: textOf(proof['verificationMethod']),
    created: textOf(proof['created']),
  }));
}
