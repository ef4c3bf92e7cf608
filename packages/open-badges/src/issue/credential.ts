/**
 * The award as Open Badges 3.0 over VC Data Model 2.0. Lists where the official JSON schema wants lists (`type`, `evidence`, `proof`…), even of
 * one: readers that follow it refuse anything else.
 */
import { CREDENTIALS_V2 } from '../contexts/names.ts';
import type { JsonObject, JsonValue } from '../input/json.ts';
import { checkAward } from './check.ts';
import type { Achievement, Alignment, Award, Evidence, Profile, StatusPlace } from './model.ts';
import { IssueError } from './problems.ts';
import { subjectNames } from './recipient.ts';

export const OPEN_BADGES_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
/** `1EdTechRevocationList` stands in this one only. */
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

/** The badge without its signature. Throws `IssueError` with everything that is wrong. */
export function buildCredential(award: Award): JsonObject {
  const problems = checkAward(award);
  if (problems.length > 0) throw new IssueError(...problems);
  const { status, narrative } = award;
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_3, ...(status?.kind === 'list' ? [EXTENSIONS] : [])],
    id: award.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: award.achievement.name,
    issuer: writeProfile(award.issuer),
    validFrom: award.validFrom,
    ...given('validUntil', award.validUntil),
    credentialSubject: {
      ...subjectNames(award.recipient),
      type: ['AchievementSubject'],
      ...given('narrative', text(narrative)),
      achievement: writeAchievement(award.achievement),
    },
    ...list('evidence', award.evidence?.map(writeEvidence)),
    ...list('endorsement', award.endorsements),
    ...(status ? { credentialStatus: writeStatus(status) } : {}),
  };
}

export function writeProfile({ id, name, url, email, description, image }: Profile): JsonObject {
  return {
    id, type: ['Profile'], name: name.trim(), ...given('url', text(url)), ...given('email', text(email)), ...given('description', text(description)),
    ...(image === undefined ? {} : { image: { id: image, type: 'Image' } }),
  };
}

function writeAchievement(achievement: Achievement): JsonObject {
  const { id, name, description, criteria, criteriaUrl, type = 'Badge', image, imageCaption = name, language } = achievement;
  return {
    id, type: ['Achievement'], achievementType: type, name: name.trim(), description: description.trim(),
    criteria: { ...given('id', text(criteriaUrl)), narrative: criteria.trim() },
    ...(image === undefined ? {} : { image: { id: image, type: 'Image', caption: imageCaption } }),
    ...given('inLanguage', text(language)),
    ...list('tag', achievement.tags),
    ...list('alignment', achievement.alignments?.map(writeAlignment)),
    ...list('endorsement', achievement.endorsements),
  };
}

function writeAlignment({ name, url, code, framework, description, type }: Alignment): JsonObject {
  return {
    type: ['Alignment'], targetName: name.trim(), targetUrl: url, ...given('targetCode', text(code)), ...given('targetFramework', text(framework)),
    ...given('targetDescription', text(description)), ...given('targetType', text(type)),
  };
}

function writeEvidence({ url, name, narrative, genre }: Evidence): JsonObject {
  return { ...given('id', text(url)), type: ['Evidence'], ...given('name', text(name)), ...given('narrative', text(narrative)), ...given('genre', text(genre)) };
}

function writeStatus(status: StatusPlace): JsonObject {
  if (status.kind === 'list') return { id: status.url, type: '1EdTechRevocationList' };
  const index = String(status.index);
  return { id: `${status.url}#${index}`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: index, statusListCredential: status.url };
}

/** A text that says nothing is left out. */
function text(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function given(name: string, value: string | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value };
}

function list(name: string, items: readonly JsonValue[] | undefined): JsonObject {
  return items && items.length > 0 ? { [name]: [...items] } : {};
}
