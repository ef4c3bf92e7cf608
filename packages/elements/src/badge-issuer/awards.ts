/** The awards of one batch, out of what the person decided. */
import type { Award } from '@assembleurs/open-badges/issue';
import { uuid } from '../internal/uuid.ts';
import { breather } from './breath.ts';
import { achievementOf, commonEvidence, endOf } from './designs.ts';
import type { Awarded, Design, Issuer, People } from './model.ts';
import type { Line } from './recipients.ts';
import { tools } from './tools.ts';

export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

export interface Batch {
  readonly issuer: Issuer;
  readonly design: Design;
  readonly people: People;
  readonly lines: readonly Line[];
  /** All that this issuer gave before: their places in the status list are taken. */
  readonly earlier: readonly Awarded[];
  readonly now: Date;
}

const isBit = (status: Award['status']): status is Extract<NonNullable<Award['status']>, { kind: 'bitstring' }> => status?.kind === 'bitstring';

/** With a breath between two: a thousand of them would hold the page. */
export async function awardsOf({ issuer, design, people, lines, earlier, now }: Batch): Promise<Award[]> {
  const achievement = achievementOf(design);
  const evidence = commonEvidence(design);
  const validFrom = tools().isoSeconds(now);
  const end = endOf(now, design.months);
  const list = tools().newStatusList();
  const taken = new Set(earlier.flatMap(({ status }) => (isBit(status) ? [status.index] : [])));
  const place = (): Pick<Award, 'status'> => {
    const { statusUrl: url, statusKind } = issuer;
    if (url === '') return {};
    if (statusKind === 'list') return { status: { kind: 'list', url } };
    const index = tools().freePlace(list, taken, randomBytes);
    if (index === undefined) return {};
    taken.add(index);
    return { status: { kind: 'bitstring', url, index } };
  };
  const awards: Award[] = [];
  const breathe = breather();
  for (const line of lines) {
    awards.push({
      id: `urn:uuid:${uuid()}`, issuer: { ...issuer.profile, id: issuer.id }, achievement, recipient: recipientOf(line, people), validFrom,
      ...(end ? { validUntil: tools().isoSeconds(end) } : {}), ...(line.narrative === '' ? {} : { narrative: line.narrative }),
      evidence: [...evidence, ...lineEvidence(line)], ...place(),
    });
    await breathe();
  }
  return awards;
}

function lineEvidence({ evidenceName, evidenceUrl }: Line): NonNullable<Award['evidence']>[number][] {
  return evidenceName === '' && evidenceUrl === '' ? [] : [{ ...(evidenceName === '' ? {} : { name: evidenceName }), ...(evidenceUrl === '' ? {} : { url: evidenceUrl }) }];
}

function recipientOf({ email, name, url }: Line, { kind, privacy }: People): Award['recipient'] {
  if (kind === 'person') return { kind, email, ...(privacy === 'hashed' ? { salt: tools().newSalt(randomBytes) } : {}) };
  return { kind, name, ...(url === '' ? {} : { url }), ...(email === '' || privacy === 'hashed' ? {} : { email }) };
}

/** For the register. A person's name is known here only, never to the badge. */
export const awardedOf = (award: Award, { email, name }: Line, text: string, derivedFrom: readonly string[], issuedAt: string): Awarded => ({
  id: award.id, type: 'award', issuer: award.issuer.id, achievement: { id: award.achievement.id, name: award.achievement.name }, recipient: { kind: award.recipient.kind, email, name },
  validFrom: award.validFrom, ...(award.validUntil === undefined ? {} : { validUntil: award.validUntil }), issuedAt, ...(award.status ? { status: award.status } : {}), text, derivedFrom,
});
