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

const bare = (text: string): string => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replace(/\(.*?\)/g, '').replace(/[^a-z\d]+/g, ' ').trim();

/** Other headings in circulation: older templates, files typed by hand. */
const ALIASES: Readonly<Record<string, Column>> = {
  'titre de la fiche action': 'title', titre: 'title', action: 'title', 'nom de l action': 'title', nom: 'title', 'sous action': 'subtitle', description: 'description', 'service departement pole pilote': 'services',
  structures: 'pilots', pilote: 'pilots', pilotes: 'pilots', porteur: 'pilots', porteurs: 'pilots', 'budget previsionnel total ttc': 'planned', budget: 'planned', 'budget previsionnel': 'planned', priorite: 'priority', debut: 'start', fin: 'end', echeance: 'end',
  cibles: 'publics', 'notes complementaires': 'notes', 'etapes de l action': 'steps', 'etapes de la fiche action': 'steps', axe: 'axis1',
};

const NAMES = new Map<string, Column>([...[...COLUMNS, ...MORE_COLUMNS].filter(([key]) => !key.startsWith('amount')).map(([key, label]) => [bare(label), key] as const), ...Object.entries(ALIASES)]);

/** Which column each heading is; an amount belongs to the funder before it. */
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
