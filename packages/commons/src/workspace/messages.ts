/** What is said of a record or a file that cannot be used. */
const fr = {
  readonly: 'Cet espace est en lecture seule\u00a0: rien n’a été changé. Demandez une invitation qui permet de modifier.',
  future: 'Cette fiche a été enregistrée par une version plus récente de l’outil ({value}). Elle est gardée telle quelle\u00a0; mettez l’outil à jour pour la modifier.',
  futureDocument: 'Cet espace a été enregistré par une version plus récente de l’outil ({value}). Il reste intact et en lecture seule\u00a0; mettez l’outil à jour.',
  unknown: 'Cette page ne connaît pas les fiches «\u00a0{value}\u00a0». Celle-ci est gardée telle quelle.',
  notObject: 'une fiche est attendue ici\u00a0: un objet JSON, entre accolades.',
  notJson: 'cette valeur ne peut pas être enregistrée\u00a0: seuls textes, nombres, listes et objets le peuvent.',
  tooDeep: 'ces données sont emboîtées trop profondément.',
  id: 'un identifiant est attendu ici, comme «\u00a0urn:uuid:…\u00a0».',
  missing: 'il manque une valeur ici.',
  tooLong: 'ce texte est trop long.',
  tooMany: 'cette liste est trop longue.',
  string: 'un texte est attendu ici.',
  number: 'un nombre est attendu ici.',
  boolean: 'true ou false est attendu ici.',
  array: 'une liste est attendue ici.',
  object: 'un objet est attendu ici.',
  wrong: 'cette valeur n’est pas de celles qui sont attendues ici.',
  fileTooBig: 'Ce fichier est trop grand (plus de {value} Mo). Il n’a pas été ouvert.',
  fileNotJson: 'Ce fichier n’est pas du JSON, ou il est coupé\u00a0: {value}. Demandez à la personne qui l’a envoyé de l’enregistrer de nouveau.',
  notWorkspace: 'Ce fichier n’est pas un espace de travail enregistré par cet outil\u00a0: il y manque «\u00a0records\u00a0».',
  historyUnread: 'L’historique que porte ce fichier est abîmé. Ses fiches ont été lues sans lui.',
} satisfies Record<string, string>;

export type WorkspaceMessage = keyof typeof fr;

const en: Record<WorkspaceMessage, string> = {
  readonly: 'This workspace is read-only: nothing was changed. Ask for an invitation that lets you edit.',
  future: 'This record was saved by a later version of the tool ({value}). It is kept as it is; update the tool to edit it.',
  futureDocument: 'This workspace was saved by a later version of the tool ({value}). It stays as it is, read-only; update the tool.',
  unknown: 'This page does not know records called “{value}”. This one is kept as it is.',
  notObject: 'a record is expected here: a JSON object, in braces.',
  notJson: 'this value cannot be saved: only texts, numbers, lists and objects can.',
  tooDeep: 'this data is nested too deep.',
  id: 'an identifier is expected here, such as “urn:uuid:…”.',
  missing: 'a value is missing here.',
  tooLong: 'this text is too long.',
  tooMany: 'this list is too long.',
  string: 'a text is expected here.',
  number: 'a number is expected here.',
  boolean: 'true or false is expected here.',
  array: 'a list is expected here.',
  object: 'an object is expected here.',
  wrong: 'this value is not one of those expected here.',
  fileTooBig: 'This file is too big (more than {value} MB). It was not opened.',
  fileNotJson: 'This file is not JSON, or it is cut: {value}. Ask whoever sent it to save it again.',
  notWorkspace: 'This file is not a workspace saved by this tool: “records” is missing.',
  historyUnread: 'The history in this file is damaged. Its records were read without it.',
};

/** The sentence in the locale's language: English when it begins with `en`, else French. */
export function problemText({ key, value = '' }: { readonly key: WorkspaceMessage; readonly value?: string }, locale = 'fr'): string {
  return (locale.startsWith('en') ? en : fr)[key].replaceAll('{value}', value);
}

/** What a zod issue amounts to. */
export function issueKey({ code, expected, origin, path, input }: { readonly code?: string; readonly expected?: unknown; readonly origin?: unknown; readonly path: readonly PropertyKey[]; readonly input?: unknown }): WorkspaceMessage {
  if (path.at(-1) === 'id' && path.length === 1) return 'id';
  if (code === 'too_big') return origin === 'array' ? 'tooMany' : 'tooLong';
  if (code !== 'invalid_type') return 'wrong';
  if (input === undefined && expected === undefined) return 'missing';
  const wanted = { string: 'string', number: 'number', boolean: 'boolean', array: 'array', object: 'object', record: 'object' } as const;
  return wanted[expected as keyof typeof wanted] ?? 'wrong'; // eslint-disable-line @typescript-eslint/no-unnecessary-condition -- zod has other kinds
}
