/** What a plan that cannot be read is told, to whoever opened it. */
const fr = {
  notObject: 'Ce n’est pas un objet JSON, entre accolades. Vérifiez le fichier ou son adresse.',
  json: 'Ce fichier n’est pas du JSON ou il est coupé\u00a0: {detail}. Enregistrez-le de nouveau.',
  notPlan: 'Ce n’est pas un plan d’actions enregistré par cet outil\u00a0: "type": "plan" et une liste "actions" sont attendus.',
  laterPlan: 'Ce plan a été enregistré par une version plus récente de l’outil ({value}). Mettez l’outil à jour\u00a0; le fichier reste intact.',
  tooBig: 'Ce fichier est trop grand (plus de {max} Mo).',
  twice: 'deux actions ont le même identifiant\u00a0: enregistrez de nouveau l’une des deux.',
  wrong: 'cette valeur n’est pas de celles qui sont attendues ici.',
  string: 'un texte est attendu ici.',
  number: 'un nombre est attendu ici.',
  boolean: 'true ou false est attendu ici.',
  object: 'un objet, entre accolades, est attendu ici.',
  list: 'une liste, entre crochets, est attendue ici.',
  tooMany: 'cette liste est trop longue.',
  tooLong: 'ce texte est trop long.',
  day: 'une date qui existe est attendue ici, comme «\u00a02026-11-26\u00a0».',
  amount: 'un montant est attendu ici\u00a0: un nombre, 0 ou plus.',
  offset: 'un nombre entier de jours est attendu ici, comme -30.',
  year: 'une année est attendue ici, comme 2027.',
  url: 'une adresse est attendue ici, qui commence par «\u00a0https://\u00a0».',
  where: 'action «\u00a0{title}\u00a0»',
};

export type PlanMessage = keyof typeof fr;

const en: Record<PlanMessage, string> = {
  notObject: 'This is not a JSON object, in braces. Check the file or its address.',
  json: 'This file is not JSON or is cut off: {detail}. Save it again.',
  notPlan: 'This is not an action plan saved by this tool: "type": "plan" and a list "actions" are expected.',
  laterPlan: 'This plan was saved by a newer version of the tool ({value}). Update the tool; the file stays as it is.',
  tooBig: 'This file is too big (more than {max} MB).',
  twice: 'two actions have the same identifier: save one of them again.',
  wrong: 'this value is not one of those expected here.',
  string: 'a text is expected here.',
  number: 'a number is expected here.',
  boolean: 'true or false is expected here.',
  object: 'an object, in braces, is expected here.',
  list: 'a list, in square brackets, is expected here.',
  tooMany: 'this list is too long.',
  tooLong: 'this text is too long.',
  day: 'a date that exists is expected here, such as “2026-11-26”.',
  amount: 'an amount is expected here: a number, 0 or more.',
  offset: 'a whole number of days is expected here, such as -30.',
  year: 'a year is expected here, such as 2027.',
  url: 'an address is expected here that begins with “https://”.',
  where: 'action “{title}”',
};

const isKey = (key: string): key is PlanMessage => Object.hasOwn(fr, key);

/** English when the locale begins with `en`, else French. */
export function planText(key: PlanMessage, locale = 'fr', params: Readonly<Record<string, string | number>> = {}): string {
  return (locale.startsWith('en') ? en : fr)[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A zod issue in the reader's language: by the key that the schema gave it, else by what is wrong. */
export function planIssue({ code, expected, message }: { readonly code?: string | undefined; readonly message: string; readonly expected?: unknown }, locale?: string): string {
  if (isKey(message)) return planText(message, locale);
  const key = code === 'invalid_type' ? { array: 'list', record: 'object' }[String(expected)] ?? String(expected) : 'wrong';
  return planText(isKey(key) ? key : 'wrong', locale);
}
