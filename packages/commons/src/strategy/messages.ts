/** What the strategy says of itself: why something cannot be read or done. French puts a no-break space before : ; ? ! and inside « ». */
const fr = {
  notObject: 'Ce n’est pas un objet JSON, entre accolades. Vérifiez le fichier ou son adresse.',
  json: 'Ce fichier n’est pas du JSON ou il est coupé\u00a0: {detail}. Enregistrez-le de nouveau.',
  notStrategy: 'Ce n’est pas une stratégie d’impact enregistrée par cet outil\u00a0: "type": "strategy" et une liste "nodes" sont attendus.',
  later: 'Cette stratégie a été enregistrée par une version plus récente de l’outil ({value}). Mettez l’outil à jour\u00a0; le fichier reste intact.',
  tooBig: 'Ce fichier est trop grand (plus de {max} Mo).',
  twice: 'deux éléments ont le même identifiant\u00a0: enregistrez de nouveau l’un des deux.',
  wrongLinkAt: '{kind} ne peut pas servir\u00a0: {served}. Retirez ce lien, ou changez l’un des deux.',
  wrong: 'cette valeur n’est pas de celles qui sont attendues ici.',
  string: 'un texte est attendu ici.',
  number: 'un nombre est attendu ici.',
  object: 'un objet, entre accolades, est attendu ici.',
  list: 'une liste, entre crochets, est attendue ici.',
  tooMany: 'cette liste est trop longue.',
  tooLong: 'ce texte est trop long.',
  day: 'une date qui existe est attendue ici, comme «\u00a02026-11-26\u00a0».',
  where: '«\u00a0{title}\u00a0»',
  wrongLink: 'Ces deux éléments ne se relient pas\u00a0: un livrable sert un impact, un impact un acteur, un acteur un objectif.',
  alreadyFirst: 'C’est déjà le premier.',
  alreadyLast: 'C’est déjà le dernier.',
  deepest: 'Impossible de descendre d’un niveau\u00a0: les livrables sont le dernier.',
  highest: 'Impossible de monter d’un niveau\u00a0: rien n’est au-dessus.',
  noneBefore: 'Impossible de descendre d’un niveau\u00a0: il faut un élément juste avant, sous lequel se placer.',
  sharedStays: 'Son niveau ne change pas\u00a0: il est partagé, ou il porte des effets ou des résultats. Détachez-le d’abord, dans «\u00a0Détails\u00a0».',
};
export type StrategyMessage = keyof typeof fr;

const en: Record<StrategyMessage, string> = {
  notObject: 'This is not a JSON object, in braces. Check the file or its address.',
  json: 'This file is not JSON or is cut off: {detail}. Save it again.',
  notStrategy: 'This is not an impact strategy saved by this tool: "type": "strategy" and a list "nodes" are expected.',
  later: 'This strategy was saved by a newer version of the tool ({value}). Update the tool; the file stays as it is.',
  tooBig: 'This file is too big (more than {max} MB).',
  twice: 'two items have the same identifier: save one of them again.',
  wrongLinkAt: '{kind} cannot serve: {served}. Take this link away, or change one of the two.',
  wrong: 'this value is not one of those expected here.',
  string: 'a text is expected here.',
  number: 'a number is expected here.',
  object: 'an object, in braces, is expected here.',
  list: 'a list, in square brackets, is expected here.',
  tooMany: 'this list is too long.',
  tooLong: 'this text is too long.',
  day: 'a date that exists is expected here, such as “2026-11-26”.',
  where: '“{title}”',
  wrongLink: 'These two do not link: a deliverable serves an impact, an impact an actor, an actor an objective.',
  alreadyFirst: 'It is the first already.',
  alreadyLast: 'It is the last already.',
  deepest: 'It cannot go one level down: deliverables are the last one.',
  highest: 'It cannot go one level up: nothing stands above.',
  noneBefore: 'It cannot go one level down: there must be an item just before, to stand under.',
  sharedStays: 'Its level stays: it is shared, or holds effects or results. Detach it first, under “Details”.',
};

const isKey = (key: string): key is StrategyMessage => Object.hasOwn(fr, key);

/** English when the locale begins with `en`, else French. */
export function strategyText(key: StrategyMessage, locale = 'fr', params: Readonly<Record<string, string | number>> = {}): string {
  return (locale.startsWith('en') ? en : fr)[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A zod issue in the reader's language: by the key that the schema gave it, else by what is wrong. */
export function strategyIssue({ code, expected, message }: { readonly code?: string | undefined; readonly message: string; readonly expected?: unknown }, locale?: string): string {
  if (isKey(message)) return strategyText(message, locale);
  const key = code === 'invalid_type' ? { array: 'list', record: 'object' }[String(expected)] ?? String(expected) : 'wrong';
  return strategyText(isKey(key) ? key : 'wrong', locale);
}
