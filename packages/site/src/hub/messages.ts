const fr = {
  'title': 'Réponses des communes',
  'lead': 'Les réponses arrivent ici d’elles-mêmes. Lisez-les, suivez les communes, exportez le tableau.',
  'token.title': 'Ouvrir la page du hub',
  'token.help': 'Collez le jeton de coordination. Il est affiché au démarrage, dans le terminal. Il reste dans cet onglet, et s’oublie à sa fermeture.',
  'token.label': 'Jeton de coordination',
  'token.open': 'Ouvrir',
  'token.empty': 'Collez le jeton pour continuer.',
  'token.refused': 'Ce jeton n’est pas reconnu. Vérifiez que vous l’avez copié en entier, ou reprenez celui qui s’affiche au démarrage.',
  'token.forget': 'Fermer la session',
  'loading': 'Chargement des réponses…',
  'count': '{communes} sur {total} communes ont répondu',
  'count.answers.one': '{count} réponse reçue',
  'count.answers.other': '{count} réponses reçues',
  'progress': 'Communes qui ont répondu',
  'strata': 'Par taille de commune',
  'strata.line': '{answered} sur {total}',
  'missing': 'Voir les {count} communes sans réponse',
  'checked': 'À jour à {time}',
  'offline': 'Hors ligne : la liste s’arrête à {time}. Elle reprendra d’elle-même.',
  'unreachable': 'Le collecteur ne répond pas. Nouvel essai dans quelques secondes ; rien n’est perdu.',
  'problem': 'Quelque chose n’a pas fonctionné : {detail}',
  'retry': 'Réessayer maintenant',
  'empty.title': 'Aucune réponse pour l’instant',
  'empty.text': 'Envoyez l’adresse de la page du questionnaire aux communes : leurs réponses s’afficheront ici. Pour essayer tout de suite, ajoutez des réponses fictives.',
  'empty.survey': 'Ouvrir le questionnaire',
  'add': 'Ajouter {count} réponses fictives',
  'adding': 'Ajout en cours : {done} sur {count}',
  'added': '{count} réponses fictives ajoutées. Leur commentaire commence par « Réponse fictive ».',
  'export': 'Exporter',
  'export.csv': 'CSV',
  'export.csvCodes': 'CSV avec les codes',
  'export.xlsx': 'Excel',
  'export.json': 'JSON',
  'exported': 'Le fichier {name} est téléchargé. Il peut contenir des données personnelles : gardez-le en lieu sûr.',
  'filter': 'Chercher une commune',
  'filter.none': 'Aucune commune ne correspond à « {text} ».',
  'sort': 'Trier par',
  'sort.time': 'les plus récentes',
  'sort.name': 'nom de commune',
  'column.commune': 'Commune',
  'column.received': 'Reçue le',
  'column.receipt': 'N° de reçu',
  'column.pilot': 'Pilote',
  'column.actions': 'Actions',
  'noCommune': 'Commune non précisée',
  'inhabitants': '{count} hab.',
  'fictitious': 'Fictive',
  'read': 'Lire',
  'read.of': 'Lire la réponse de {commune}',
  'delete': 'Supprimer',
  'delete.of': 'Supprimer la réponse de {commune}',
  'delete.title': 'Supprimer cette réponse ?',
  'delete.text': 'La réponse de {commune} (reçu {receipt}) sera effacée de la base, sans retour possible. Les fichiers déjà exportés ne changent pas.',
  'delete.confirm': 'Supprimer définitivement',
  'deleted': 'La réponse de {commune} est supprimée.',
  'cancel': 'Annuler',
  'close': 'Fermer',
  'answer.meta': 'Reçue le {date}, reçu {receipt}, version {version} du questionnaire.',
  'answer.duration.one': 'Remplie en {count} minute.',
  'answer.duration.other': 'Remplie en {count} minutes.',
  'answer.version': 'Cette réponse porte sur une autre version du questionnaire : certains intitulés ont pu changer.',
  'answer.rest': 'Autres données',
  'answer.unavailable': 'Le questionnaire n’a pas pu être chargé : voici les données telles que reçues.',
} as const;

export type Key = keyof typeof fr;

const en = {
  'title': 'Answers from the communes',
  'lead': 'Answers arrive here by themselves. Read them, follow the communes, export the table.',
  'token.title': 'Open the hub’s page',
  'token.help': 'Paste the coordinator’s token. It is printed in the terminal at start. It stays in this tab and is forgotten when it closes.',
  'token.label': 'Coordinator’s token',
  'token.open': 'Open',
  'token.empty': 'Paste the token to go on.',
  'token.refused': 'This token is not known. Check that you copied all of it, or take the one printed at start.',
  'token.forget': 'Close the session',
  'loading': 'Loading answers…',
  'count': '{communes} of {total} communes have answered',
  'count.answers.one': '{count} answer received',
  'count.answers.other': '{count} answers received',
  'progress': 'Communes that have answered',
  'strata': 'By size of commune',
  'strata.line': '{answered} of {total}',
  'missing': 'See the {count} communes without an answer',
  'checked': 'Up to date at {time}',
  'offline': 'Offline: the list stops at {time}. It will go on by itself.',
  'unreachable': 'The collector does not reply. Trying again in a few seconds; nothing is lost.',
  'problem': 'Something did not work: {detail}',
  'retry': 'Try again now',
  'empty.title': 'No answer yet',
  'empty.text': 'Send the address of the survey’s page to the communes: their answers will show here. To try at once, add fictitious answers.',
  'empty.survey': 'Open the survey',
  'add': 'Add {count} fictitious answers',
  'adding': 'Adding: {done} of {count}',
  'added': '{count} fictitious answers added. Their comment begins with “Réponse fictive”.',
  'export': 'Export',
  'export.csv': 'CSV',
  'export.csvCodes': 'CSV with codes',
  'export.xlsx': 'Excel',
  'export.json': 'JSON',
  'exported': 'The file {name} is downloaded. It may hold personal data: keep it somewhere safe.',
  'filter': 'Find a commune',
  'filter.none': 'No commune matches “{text}”.',
  'sort': 'Sort by',
  'sort.time': 'latest first',
  'sort.name': 'name of commune',
  'column.commune': 'Commune',
  'column.received': 'Received on',
  'column.receipt': 'Receipt no.',
  'column.pilot': 'Pilot',
  'column.actions': 'Actions',
  'noCommune': 'Commune not given',
  'inhabitants': 'pop. {count}',
  'fictitious': 'Fictitious',
  'read': 'Read',
  'read.of': 'Read the answer of {commune}',
  'delete': 'Delete',
  'delete.of': 'Delete the answer of {commune}',
  'delete.title': 'Delete this answer?',
  'delete.text': 'The answer of {commune} (receipt {receipt}) will be erased from the database, for good. Files already exported do not change.',
  'delete.confirm': 'Delete for good',
  'deleted': 'The answer of {commune} is deleted.',
  'cancel': 'Cancel',
  'close': 'Close',
  'answer.meta': 'Received on {date}, receipt {receipt}, version {version} of the survey.',
  'answer.duration.one': 'Filled in {count} minute.',
  'answer.duration.other': 'Filled in {count} minutes.',
  'answer.version': 'This answer is for another version of the survey: some wordings may have changed.',
  'answer.rest': 'Other data',
  'answer.unavailable': 'The survey could not be loaded: here are the data as received.',
} satisfies Record<Key, string>;

export const locale = document.documentElement.lang.startsWith('en') ? 'en' : 'fr';

/** French typography's no-break spaces are set here, once. */
const typeset = (text: string): string => (locale === 'fr' ? text.replace(/ (?=[?!:;»])|(?<=«) /g, '\u00a0') : text);

export function text(key: Key, params: Readonly<Record<string, string | number>> = {}): string {
  const words: string = typeset((locale === 'en' ? en : fr)[key]);
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return typeof value === 'number' ? value.toLocaleString(locale) : (value ?? whole);
  });
}

const plural = new Intl.PluralRules(locale);

/** The sentence that agrees with a count: `key.one`, `key.other`. */
export function counted(key: 'count.answers' | 'answer.duration', count: number): string {
  return text(`${key}.${plural.select(count) === 'one' ? 'one' : 'other'}`, { count });
}

export const time = (date: Date): string => date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
export const moment = (date: Date): string => date.toLocaleString(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
export const longMoment = (date: Date): string => date.toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
