/** https://addtoprofile.linkedin.com : a plain link; nothing goes to LinkedIn before the person follows it. */
export interface LinkedInBadge {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly issued?: Date | undefined;
  readonly until?: Date | undefined;
  /** Where the badge stands, when it stands somewhere. */
  readonly url?: string | undefined;
}

/** Characters of a name that LinkedIn takes. */
const MOST_NAME = 200;

/** What is not known is left out. */
export function linkedInUrl({ id, name, organisation, issued, until, url: certUrl }: LinkedInBadge): string {
  const url = new URL('https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME');
  const set = (key: string, value: string | number | undefined): void => { if (value !== undefined && value !== '') url.searchParams.set(key, String(value)); };
  set('name', name?.slice(0, MOST_NAME));
  set('organizationName', organisation?.slice(0, MOST_NAME));
  set('issueYear', issued?.getUTCFullYear());
  set('issueMonth', issued && issued.getUTCMonth() + 1);
  set('expirationYear', until?.getUTCFullYear());
  set('expirationMonth', until && until.getUTCMonth() + 1);
  set('certUrl', certUrl);
  set('certId', id);
  return url.href;
}
