/** Everything that is wrong with a badge before it is signed, at once, so that it is corrected in one go. */
import { parseDateTime } from '../dates.ts';
import { hasBidi } from '../findings.ts';
import { isUri } from '../structure/kind.ts';
import type { Achievement, Award, Profile, Recipient, StatusPlace } from './model.ts';
import { problem, type Problem } from './problems.ts';
import { isEmail } from './recipient.ts';

const MOST_TEXT = 20_000;
const MOST_NAME = 300;
/** Characters of a data URL: it is repeated in each badge, and in each baked picture beside the picture itself. */
export const MOST_IMAGE = 400_000;
/** Entries of a status list at most: eight million bytes unpacked is what `verify` reads. */
const MOST_INDEX = 63_999_999;

class Check {
  readonly problems: Problem[] = [];

  text(value: string | undefined, path: string, { required = false, max = MOST_TEXT } = {}): void {
    if (value === undefined || value.trim() === '') {
      if (required) this.problems.push(problem('text.missing', path));
    } else if (!value.isWellFormed()) this.problems.push(problem('text.broken', path));
    else if (hasBidi(value)) this.problems.push(problem('text.bidi', path));
    else if (value.length > max) this.problems.push(problem('text.long', path, { max }));
  }

  url(value: string | undefined, path: string, required = false): void {
    if (value === undefined) {
      if (required) this.problems.push(problem('url.wrong', path));
    } else if (!isWebAddress(value)) this.problems.push(problem('url.wrong', path));
  }

  image(value: string | undefined, path: string): void {
    if (value === undefined) return;
    if (value.startsWith('data:') ? !/^data:image\/(?:png|svg\+xml);base64,[A-Za-z\d+/]+={0,2}$/.test(value) : !isWebAddress(value)) this.problems.push(problem('image.wrong', path));
    else if (value.length > MOST_IMAGE) this.problems.push(problem('image.large', path, { max: MOST_IMAGE * 3 / 4000 }));
  }

  email(value: string | undefined, path: string): void {
    if (value !== undefined && !isEmail(value)) this.problems.push(problem('email.wrong', path));
  }
}

/** http is taken too: small communes' sites are what they are. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(value) && URL.canParse(value) && value.isWellFormed() && value.length <= 2000;
}

function isName(value: string): boolean {
  return isUri(value) && !/[<>"{}|\\^`]/.test(value) && value.isWellFormed() && value.length <= 2000;
}

export function checkProfile(profile: Profile, path = 'issuer'): Problem[] {
  const check = new Check();
  if (!/^did:(?:key|web):\S+$/.test(profile.id)) check.problems.push(problem('issuer.kind', `${path}.id`));
  check.text(profile.name, `${path}.name`, { required: true, max: MOST_NAME });
  check.text(profile.description, `${path}.description`);
  check.url(profile.url, `${path}.url`);
  check.email(profile.email, `${path}.email`);
  check.image(profile.image, `${path}.image`);
  return check.problems;
}

export function checkAchievement(achievement: Achievement, path = 'achievement'): Problem[] {
  const check = new Check();
  if (!isName(achievement.id)) check.problems.push(problem('uri.wrong', `${path}.id`));
  check.text(achievement.name, `${path}.name`, { required: true, max: MOST_NAME });
  check.text(achievement.description, `${path}.description`, { required: true });
  check.text(achievement.criteria, `${path}.criteria`, { required: true });
  check.url(achievement.criteriaUrl, `${path}.criteriaUrl`);
  check.image(achievement.image, `${path}.image`);
  check.text(achievement.imageCaption, `${path}.imageCaption`);
  achievement.tags?.forEach((tag, index) => { check.text(tag, `${path}.tags[${String(index)}]`, { required: true, max: MOST_NAME }); });
  achievement.alignments?.forEach((alignment, index) => {
    const where = `${path}.alignments[${String(index)}]`;
    check.text(alignment.name, `${where}.name`, { required: true, max: MOST_NAME });
    check.url(alignment.url, `${where}.url`, true);
    for (const name of ['code', 'framework', 'description', 'type'] as const) check.text(alignment[name], `${where}.${name}`);
  });
  return check.problems;
}

function checkRecipient(recipient: Recipient): Problem[] {
  const check = new Check();
  check.email(recipient.email, 'recipient.email');
  if (recipient.kind === 'person') {
    if (recipient.salt !== undefined && !/^[\da-f]{32,256}$/i.test(recipient.salt)) check.problems.push(problem('salt.short', 'recipient.salt'));
  } else {
    check.text(recipient.name, 'recipient.name', { required: true, max: MOST_NAME });
    check.url(recipient.url, 'recipient.url');
  }
  return check.problems;
}

function checkStatus(status: StatusPlace): Problem[] {
  const check = new Check();
  check.url(status.url, 'status.url', true);
  if (status.kind === 'bitstring' && !(Number.isInteger(status.index) && status.index >= 0 && status.index <= MOST_INDEX)) check.problems.push(problem('status.index', 'status.index', { max: MOST_INDEX }));
  return check.problems;
}

/** Everything wrong with the award; empty when it can be signed. */
export function checkAward(award: Award): Problem[] {
  const check = new Check();
  if (!isName(award.id)) check.problems.push(problem('uri.wrong', 'id'));
  const from = parseDateTime(award.validFrom);
  const until = award.validUntil === undefined ? undefined : parseDateTime(award.validUntil);
  if (from === undefined) check.problems.push(problem('date.wrong', 'validFrom'));
  if (award.validUntil !== undefined && until === undefined) check.problems.push(problem('date.wrong', 'validUntil'));
  if (from !== undefined && until !== undefined && until <= from) check.problems.push(problem('date.order', 'validUntil'));
  check.text(award.narrative, 'narrative');
  award.evidence?.forEach(({ url, name, narrative, genre }, index) => {
    check.url(url, `evidence[${String(index)}].url`);
    for (const [key, value] of Object.entries({ name, narrative, genre })) check.text(value, `evidence[${String(index)}].${key}`);
  });
  return [...check.problems, ...checkProfile(award.issuer), ...checkAchievement(award.achievement), ...checkRecipient(award.recipient), ...(award.status ? checkStatus(award.status) : [])];
}
