/** What the formats say of a file: what is wrong, where, and what to do; in French and in English. */
import { fill, inLanguage } from '../language.ts';

const fr = {
  tooBig: 'Ce fichier est trop gros. Coupez-le en plusieurs fichiers.',
  noHeader: 'Ce fichier est vide. La première ligne doit donner le nom des colonnes.',
  quotes: 'Un guillemet n’est pas fermé, ou se trouve au milieu d’un texte. Doublez les guillemets à l’intérieur d’un texte : "".',
  tooManyCells: 'Cette ligne a {count} cases pour {headers} colonnes : les dernières ne sont pas lues. Mettez entre guillemets les textes qui contiennent le séparateur.',
  tooManyRows: 'Ce fichier a plus de {count} lignes : les suivantes ne sont pas lues. Coupez-le en plusieurs fichiers.',
  notJson: 'Ce fichier n’est pas du JSON lisible.',
  notAList: 'Une liste de lieux est attendue ici.',
  noName: 'Ce lieu n’a pas de nom : il est laissé de côté. Remplissez « nom ».',
  noNameColumn: 'La colonne « nom » manque : ce n’est pas un fichier au standard national. Importez-le comme un tableau libre.',
  oldVersion: 'Ce fichier suit la version 0.1 du standard national. Il faut d’abord le convertir vers la version 1.0.2.',
  refused: '« {value} » n’est pas admis par le standard pour « {column} ». La valeur est gardée à part, dans « {kept} ».',
  twice: 'L’identifiant « {value} » est déjà celui d’un autre lieu de ce fichier. Les deux lieux sont gardés.',
  missing: 'Le standard exige « {column} », que « {name} » n’a pas. Remplissez cette case avant de publier le fichier.',
  dropped: '« {value} » ({column}, {count} fois) n’a pas d’équivalent dans la version 1.0.2. L’ancien texte est gardé dans « {kept} ».',
  narrowed: '« {value} » ({column}, {count} fois) devient « {becomes} », moins précis. L’ancien texte est gardé dans « {kept} ».',
  noColumn: 'La colonne « {column} » manque.',
  noActor: 'Aucun acteur ne s’appelle « {name} ». Corrigez le nom, ou créez d’abord cet acteur. Ce lien n’est pas lu.',
  severalActors: '{count} acteurs s’appellent « {name} ». Mettez l’identifiant de l’un d’eux. Ce lien n’est pas lu.',
  notAChoice: '« {value} » n’est pas dans la liste : {values}. La case est lue comme vide.',
  noNameCell: 'Cette ligne n’a pas de nom : elle est laissée de côté. Remplissez « {column} », ou dites quelle colonne donne le nom.',
  noKind: '« {value} » n’est pas un type d’acteur connu : le type est deviné d’après le nom. Corrigez la case, ou l’acteur après l’import.',
  noCommune: '« {value} » n’est pas une commune de ce territoire ({territory}). Écrivez son nom en entier, ou son code INSEE.',
  noDegrees: '« {value} » n’est pas une coordonnée en degrés, comme 50.6365. Convertissez-la, ou laissez vide.',
  notGeojson: 'Ce n’est pas du GeoJSON : une « FeatureCollection » est attendue, avec sa liste « features ».',
  notAFeature: 'Un objet de type « Feature » est attendu ici. Il est laissé de côté.',
  notAPoint: 'Cette géométrie n’a pas de coordonnées en degrés (longitude, latitude). L’objet est lu sans position.',
  more: 'Et {count} autres remarques.',
};
export type FormatMessage = keyof typeof fr;

const en = {
  tooBig: 'This file is too big. Split it into several files.',
  noHeader: 'This file is empty. Its first line must name the columns.',
  quotes: 'A quotation mark is not closed, or stands in the middle of a text. Double the quotation marks inside a text: "".',
  tooManyCells: 'This line has {count} cells for {headers} columns: the last ones are not read. Put texts that hold the separator between quotation marks.',
  tooManyRows: 'This file has more than {count} lines: the following ones are not read. Split it into several files.',
  notJson: 'This file is not readable JSON.',
  notAList: 'A list of places is expected here.',
  noName: 'This place has no name: it is left out. Fill in “nom”.',
  noNameColumn: 'The column “nom” is missing: this file does not follow the national standard. Import it as a free table.',
  oldVersion: 'This file follows version 0.1 of the national standard. It must first be converted to version 1.0.2.',
  refused: '“{value}” is not allowed by the standard for “{column}”. The value is kept aside, in “{kept}”.',
  twice: 'The identifier “{value}” already belongs to another place of this file. Both places are kept.',
  missing: 'The standard demands “{column}”, which “{name}” does not have. Fill it in before you publish the file.',
  dropped: '“{value}” ({column}, {count} times) has no equivalent in version 1.0.2. The old text is kept in “{kept}”.',
  narrowed: '“{value}” ({column}, {count} times) becomes “{becomes}”, which says less. The old text is kept in “{kept}”.',
  noColumn: 'The column “{column}” is missing.',
  noActor: 'No actor is called “{name}”. Correct the name, or create this actor first. This link is not read.',
  severalActors: '{count} actors are called “{name}”. Put the identifier of one of them. This link is not read.',
  notAChoice: '“{value}” is not in the list: {values}. The cell is read as empty.',
  noNameCell: 'This line has no name: it is left out. Fill in “{column}”, or say which column gives the name.',
  noKind: '“{value}” is no known kind of actor: the kind is guessed from the name. Correct the cell, or the actor after the import.',
  noCommune: '“{value}” is not a municipality of this territory ({territory}). Write its whole name, or its INSEE code.',
  noDegrees: '“{value}” is not a coordinate in degrees, such as 50.6365. Convert it, or leave it empty.',
  notGeojson: 'This is not GeoJSON: a “FeatureCollection” is expected, with its list “features”.',
  notAFeature: 'An object of type “Feature” is expected here. It is left out.',
  notAPoint: 'This geometry has no coordinates in degrees (longitude, latitude). The object is read without a position.',
  more: 'And {count} other remarks.',
} satisfies Record<FormatMessage, string>;

export function formatText(key: FormatMessage, locale?: string, params: Readonly<Record<string, string | number>> = {}): string {
  return fill(inLanguage<Record<FormatMessage, string>>({ fr, en }, locale)[key], params);
}
