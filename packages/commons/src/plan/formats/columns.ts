/** The 28 columns of Territoires en Transitions, in their order and to the letter; those that our own CSV adds stand after. */

export const COLUMNS = [
  ['axis1', 'Axe (x)'], ['axis2', 'Sous-axe (x.x)'], ['axis3', 'Sous-sous axe (x.x.x)'],
  ['title', 'Titre de l\'action'], ['subtitle', 'Titre de la sous-action'], ['description', 'Descriptif'], ['bodies', 'Instances de gouvernance'], ['goals', 'Objectifs'],
  ['indicators', 'Indicateurs liés'], ['pilots', 'Structure pilote'], ['resources', 'Moyens humains et techniques'], ['partners', 'Partenaires'],
  ['services', 'Direction ou service pilote'], ['contacts', 'Personne pilote'], ['elected', 'Élu·e référent·e'], ['participation', 'Participation Citoyenne'],
  ['financing', 'Financements'], ['funder1', 'Financeur 1'], ['amount1', 'Montant € HT'], ['funder2', 'Financeur 2'], ['amount2', 'Montant € HT'], ['funder3', 'Financeur 3'], ['amount3', 'Montant € HT'],
  ['planned', 'Budget prévisionnel total € HT'], ['status', 'Statut'], ['priority', 'Niveau de priorité'], ['start', 'Date de début'], ['end', 'Date de fin'],
] as const;
export type NationalColumn = (typeof COLUMNS)[number][0];

export const MORE_COLUMNS = [['context', 'Contexte'], ['needs', 'Besoins'], ['publics', 'Publics'], ['steps', 'Étapes'], ['notes', 'Notes']] as const;
export type Column = NationalColumn | (typeof MORE_COLUMNS)[number][0];

/** What people call each column; amounts by their funder. */
export const COLUMN_LABELS: ReadonlyMap<Column, string> = new Map([...COLUMNS, ...MORE_COLUMNS].map(([key, label]) => [key, key.startsWith('amount') ? `${label} (${key.slice(-1)})` : label]));

const bare = (text: string): string => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replace(/\(.*?\)/g, '').replace(/[^a-z\d]+/g, ' ').trim();

/** Other headings in circulation: older templates, files typed by hand. */
const ALIASES: Readonly<Record<string, Column>> = {
  'titre de la fiche action': 'title', titre: 'title', action: 'title', 'nom de l action': 'title', nom: 'title', 'sous action': 'subtitle', description: 'description', 'service departement pole pilote': 'services',
  structures: 'pilots', pilote: 'pilots', pilotes: 'pilots', porteur: 'pilots', porteurs: 'pilots', 'budget previsionnel total ttc': 'planned', budget: 'planned', 'budget previsionnel': 'planned', priorite: 'priority', debut: 'start', fin: 'end', echeance: 'end',
  cibles: 'publics', 'notes complementaires': 'notes', 'etapes de l action': 'steps', 'etapes de la fiche action': 'steps', axe: 'axis1',
};

const NAMES = new Map<string, Column>([...[...COLUMNS, ...MORE_COLUMNS].filter(([key]) => !key.startsWith('amount')).map(([key, label]) => [bare(label), key] as const), ...Object.entries(ALIASES)]);

/** Without the small ones, one or several alike. */
const words = (name: string): string[] => name.split(' ').filter((word) => word.length > 2).map((word) => word.replace(/s$/, ''));

const pairs = (text: string): string[] => Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2));

/** From 0 to 1: pairs of letters in common (Dice). */
function likeness(a: string, b: string): number {
  const left = pairs(b);
  const all = pairs(a).length + left.length;
  const common = pairs(a).filter((pair) => { const at = left.indexOf(pair); if (at >= 0) left.splice(at, 1); return at >= 0; }).length;
  return all === 0 ? 0 : (2 * common) / all;
}

/** Too common to be recognised inside a longer heading: "nom du partenaire" is no title. */
const VAGUE = new Set(['nom', 'titre', 'action', 'axe', 'debut', 'fin', 'budget', 'description', 'structures', 'cibles', 'besoins', 'notes', 'contexte']);

/** The column that a heading most probably means: all the words of its name are there, or a slip of the pen. */
function guess(name: string, free: (column: Column) => boolean): Column | undefined {
  const own = new Set(words(name));
  let best: { readonly column: Column; readonly weight: number } | undefined;
  for (const [known, column] of NAMES) {
    if (!free(column)) continue;
    const inside = words(known);
    const alike = likeness(name, known);
    const weight = !VAGUE.has(known) && inside.length > 0 && inside.every((word) => own.has(word)) ? 1 + inside.length : alike >= 0.75 ? alike : 0;
    if (weight > (best?.weight ?? 0)) best = { column, weight };
  }
  return best?.column;
}

export interface FoundColumns {
  /** By heading; undefined for one that is none. */
  readonly columns: readonly (Column | undefined)[];
  /** Which of them are not written as they should be. */
  readonly guessed: ReadonlySet<number>;
}

/** Which column each heading is: to the letter first, then as near as it comes. An amount belongs to the funder before it. */
export function findColumns(headings: readonly string[]): FoundColumns {
  const columns = columnsIn(headings);
  const guessed = new Set<number>();
  const taken = new Set(columns);
  headings.forEach((heading, at) => {
    const name = bare(heading);
    if (columns[at] !== undefined || name === '' || name.length > 80) return;
    const column = guess(name, (each) => !taken.has(each));
    if (column === undefined) return;
    columns[at] = column;
    taken.add(column);
    guessed.add(at);
  });
  return { columns, guessed };
}

/** Which column each heading is, to the letter or by another name in use. */
export function columnsIn(headings: readonly string[]): (Column | undefined)[] {
  let funder = 0;
  const taken = new Set<Column>();
  return headings.map((heading) => {
    const name = bare(heading);
    const key: Column | undefined = /^montant\b/.test(name) && funder > 0 ? (`amount${String(funder)}` as Column) : NAMES.get(name);
    if (key === undefined || taken.has(key)) return undefined;
    taken.add(key);
    if (key.startsWith('funder')) funder = Number(key.at(-1));
    return key;
  });
}
