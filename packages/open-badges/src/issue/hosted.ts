/** The award for readers of Open Badges 2.0: three documents to put on a site. They are true because they stand there; nothing is signed. */
import type { JsonObject } from '../input/json.ts';
import { checkAward } from './check.ts';
import type { Award } from './model.ts';
import { IssueError, problem } from './problems.ts';
import { hashEmail, normalEmail } from './recipient.ts';

const CONTEXT = 'https://w3id.org/openbadges/v2';

export interface HostedBadge {
  /** The address of the badge, which is also what is baked into a picture. */
  readonly url: string;
  /** Each document, by the address where it must stand. */
  readonly documents: ReadonlyMap<string, JsonObject>;
}

export interface HostedOptions {
  /** A folder of the site, with its last slash: `https://badges.commune.example/ob2/`. */
  readonly base: string;
  readonly revoked?: { readonly reason?: string | undefined } | undefined;
}

/** Assertion, badge class and profile (https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/). The profile asks for an address and an e-mail. */
export function hostedBadge(award: Award, { base, revoked }: HostedOptions): HostedBadge {
  const { issuer, achievement } = award;
  const problems = [...checkAward(award)];
  if (!/^https:\/\/[^?#]+\/$/.test(base) || !URL.canParse(base)) problems.push(problem('url.wrong', 'base'));
  for (const name of ['url', 'email'] as const) if (!issuer[name]) problems.push(problem('text.missing', `issuer.${name}`));
  if (problems.length > 0) throw new IssueError(...problems);
  const at = (kind: string, id: string): string => `${base}${kind}/${fileName(id)}.json`;
  const [url, badge, profile] = [at('badges', award.id), at('achievements', achievement.id), `${base}issuer.json`];
  const assertion: JsonObject = revoked
    ? { '@context': CONTEXT, id: url, type: 'Assertion', revoked: true, ...(revoked.reason ? { revocationReason: revoked.reason } : {}) }
    : {
        '@context': CONTEXT, id: url, type: 'Assertion', recipient: recipientOf(award), badge, verification: { type: 'hosted' }, issuedOn: award.validFrom,
        ...(award.validUntil === undefined ? {} : { expires: award.validUntil }), ...(award.narrative ? { narrative: award.narrative } : {}),
        ...(award.evidence?.length ? { evidence: award.evidence.map(({ url: id, name, narrative }) => ({ ...(id ? { id } : {}), ...(name ? { name } : {}), ...(narrative ? { narrative } : {}) })) } : {}),
      };
  const badgeClass: JsonObject = {
    '@context': CONTEXT, id: badge, type: 'BadgeClass', name: achievement.name, description: achievement.description, issuer: profile,
    criteria: { ...(achievement.criteriaUrl ? { id: achievement.criteriaUrl } : {}), narrative: achievement.criteria },
    ...(achievement.image ? { image: achievement.image } : {}), ...(achievement.tags?.length ? { tags: [...achievement.tags] } : {}),
    ...(achievement.alignments?.length ? { alignment: achievement.alignments.map(({ name, url: targetUrl, code, framework }) => ({ targetName: name, targetUrl, ...(code ? { targetCode: code } : {}), ...(framework ? { targetFramework: framework } : {}) })) } : {}),
  };
  const profileDocument: JsonObject = { '@context': CONTEXT, id: profile, type: 'Issuer', name: issuer.name, url: issuer.url ?? '', email: issuer.email ?? '', ...(issuer.description ? { description: issuer.description } : {}) };
  return { url, documents: new Map([[url, assertion], [badge, badgeClass], [profile, profileDocument]]) };
}

function recipientOf({ recipient }: Award): JsonObject {
  if (recipient.kind === 'organisation') {
    if (recipient.url) return { type: 'url', hashed: false, identity: recipient.url };
    return recipient.email ? { type: 'email', hashed: false, identity: normalEmail(recipient.email) } : { type: 'name', hashed: false, identity: recipient.name };
  }
  const { email, salt } = recipient;
  return salt === undefined ? { type: 'email', hashed: false, identity: normalEmail(email) } : { type: 'email', hashed: true, salt, identity: hashEmail(email, salt) };
}

/** The end of an id, as a file's name. */
function fileName(id: string): string {
  return (/[^:/#?]+(?=[/#?]*$)/.exec(id)?.[0] ?? 'badge').replace(/[^\w.-]/g, '-');
}
