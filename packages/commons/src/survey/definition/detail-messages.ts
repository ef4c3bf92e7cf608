/** What the check of each property says (parse.ts). Apart from the frame's messages, which every page carries. */
import type { Catalogue } from './messages.ts';

const detailFr = {
  text: '« {name} » doit être un texte, ou un objet avec un texte par langue.',
  string: '« {name} » doit être un texte entre guillemets.',
  expression: '« {name} » doit être une condition ou un calcul écrit entre guillemets, comme "{q1} = \'oui\'".',
  flag: '« {name} » doit être true ou false, sans guillemets.',
  number: '« {name} » doit être un nombre, sans guillemets.',
  count: '« {name} » doit être un nombre positif ou nul, sans guillemets.',
  bound: '« {name} » doit être un nombre, une date ou un texte.',
  legalBasis: '« {name} » doit être l’une de ces bases légales : {values}.',
  item: 'Chaque entrée de « {name} » doit être une valeur simple, ou un objet avec « value ».',
  duplicateValue: 'La valeur « {value} » est déjà dans la liste : on ne pourra pas distinguer les deux choix.',
  property: 'La propriété « {value} » n’est pas prise en charge : elle est gardée, sans effet.',
  look: 'La propriété « {value} » règle l’apparence dans SurveyJS : elle est gardée, sans effet ici.',
  value: 'La valeur « {value} » de « {name} » n’est pas prise en charge : le comportement par défaut s’applique.',
  validator: 'Le contrôle « {value} » n’est pas pris en charge : il n’est pas appliqué.',
  trigger: 'Le déclencheur « {value} » n’est pas pris en charge : il n’est pas exécuté.',
  function: 'La fonction « {value} » n’existe pas ici : elle ne donne aucune valeur.',
  asked: 'La propriété « {value} » ne peut pas être demandée ici : elle ne donne aucune valeur.',
  regex: 'Ce motif ne peut pas être lu : il n’est pas appliqué.',
  slowRegex: 'Ce motif pourrait demander trop de temps sur certaines réponses : il n’est pas appliqué. Ne répétez pas un groupe qui contient une répétition ou un choix.',
  gotoName: 'Ce déclencheur ne mène nulle part : aucune question ne s’appelle « {value} ».',
  setToName: 'Ce déclencheur ne dit pas dans quelle réponse écrire : ajoutez « setToName ».',
  object: '« {name} » doit être un objet, entre accolades.',
  list: '« {name} » doit être une liste, entre crochets.',
};
export type DetailMessage = keyof typeof detailFr;

/** Of its properties (parse.ts). */
export const DETAIL: Catalogue<DetailMessage> = {
  fr: detailFr,
  en: {
    text: '“{name}” must be a text, or an object with one text a language.',
    string: '“{name}” must be a text in quotes.',
    expression: '“{name}” must be a condition or a calculation in quotes, such as "{q1} = \'yes\'".',
    flag: '“{name}” must be true or false, without quotes.',
    number: '“{name}” must be a number, without quotes.',
    count: '“{name}” must be a number, zero or more, without quotes.',
    bound: '“{name}” must be a number, a date or a text.',
    legalBasis: '“{name}” must be one of these legal bases: {values}.',
    item: 'Each entry of “{name}” must be a plain value, or an object with “value”.',
    duplicateValue: 'The value “{value}” is already in the list: the two choices cannot be told apart.',
    property: 'The property “{value}” is not supported: it is kept, without effect.',
    look: 'The property “{value}” sets SurveyJS’s look: it is kept, without effect here.',
    value: 'The value “{value}” of “{name}” is not supported: the default behaviour applies.',
    validator: 'The validator “{value}” is not supported: it is not applied.',
    trigger: 'The trigger “{value}” is not supported: it is not run.',
    function: 'There is no function “{value}” here: it gives no value.',
    asked: 'The property “{value}” cannot be asked for here: it gives no value.',
    regex: 'This pattern cannot be read: it is not applied.',
    slowRegex: 'This pattern could take too long on some answers: it is not applied. Do not repeat a group that holds a repeat or a choice.',
    gotoName: 'This trigger leads nowhere: no question is called “{value}”.',
    setToName: 'This trigger does not say which answer to write: add “setToName”.',
    object: '“{name}” must be an object, in braces.',
    list: '“{name}” must be a list, in square brackets.',
  },
};
