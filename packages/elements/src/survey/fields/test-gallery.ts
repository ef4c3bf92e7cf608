import type { SurveyDefinition } from '@assembleurs/commons/survey';

const PIXEL = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"%3E%3Cpath fill="%23';
const picture = (colour: string): string => `${PIXEL}${colour}" d="M0 0h4v3H0z"/%3E%3C/svg%3E`;

/** Every type of question once, as a commune could meet them. For tests and pictures only. */
export const gallery: SurveyDefinition = {
  pages: [{
    name: 'all',
    elements: [
      { type: 'html', name: 'intro', html: '<h3>Avant de commencer</h3><p>Comptez <b>dix minutes</b>. Rien n’est envoyé avant la fin.</p><ul><li>La fonction suffit, pas le nom.</li></ul>' },
      { type: 'text', name: 'role', title: 'Qui suit l’inclusion numérique dans votre commune ?', description: 'La fonction suffit, pas le nom.', isRequired: true, placeholder: 'Par exemple : responsable du CCAS', maxLength: 200 },
      { type: 'text', name: 'mail', title: 'Adresse électronique du service', inputType: 'email', autocomplete: 'email' },
      { type: 'text', name: 'agents', title: 'Combien d’agents sont formés ?', inputType: 'number', min: 0, max: 500 },
      { type: 'text', name: 'when', title: 'Date du dernier comité', inputType: 'date' },
      { type: 'text', name: 'tool', title: 'Outil principal', dataList: ['Tableur', 'Agenda partagé'] },
      { type: 'comment', name: 'story', title: 'Racontez une action qui a bien marché', description: 'N’indiquez ni nom, ni donnée de santé.' },
      { type: 'radiogroup', name: 'elected', title: 'La commune a-t-elle un·e élu·e chargé·e du sujet ?', isRequired: true, choices: [{ value: 'yes', text: 'Oui' }, { value: 'no', text: 'Non' }], hasOther: true, otherText: 'Autre situation' },
      { type: 'checkbox', name: 'needs', title: 'De quoi auriez-vous besoin ?', choices: [{ value: 'a', text: 'Un annuaire des acteurs' }, { value: 'b', text: 'Des ateliers collectifs' }, { value: 'c', text: 'Une aide à la rédaction' }], hasSelectAll: true, hasNone: true, noneText: 'Rien de cela', selectAllText: 'Tout', maxSelectedChoices: 3 },
      { type: 'dropdown', name: 'size', title: 'Taille de la commune', choices: [{ value: 1, text: 'Moins de 2 000 habitants' }, { value: 2, text: 'De 2 000 à 10 000' }, { value: 3, text: 'Plus de 10 000' }] },
      { type: 'dropdown', name: 'place', title: 'Lieu le plus fréquenté', description: 'Liste longue : tapez quelques lettres.', choices: Array.from({ length: 30 }, (_, n) => ({ value: `l${String(n + 1)}`, text: `${['Médiathèque', 'Espace jeunesse', 'Mairie annexe'][n % 3] ?? ''} n° ${String(n + 1)}` })) },
      { type: 'tagbox', name: 'partners', title: 'Partenaires habituels', choices: Array.from({ length: 20 }, (_, n) => ({ value: `p${String(n + 1)}`, text: `Partenaire ${String(n + 1)}` })) },
      { type: 'boolean', name: 'comite', title: 'Un comité se réunit-il ?', labelTrue: 'Oui', labelFalse: 'Non' },
      { type: 'boolean', name: 'agree', title: 'J’accepte d’être recontacté·e', renderAs: 'checkbox', isRequired: true },
      { type: 'rating', name: 'priority', title: 'Quelle priorité pour votre commune ?', rateMin: 1, rateMax: 5, minRateDescription: 'Pas une priorité', maxRateDescription: 'Première priorité' },
      { type: 'rating', name: 'nps', title: 'Recommanderiez-vous cette démarche ?', rateMin: 0, rateMax: 10 },
      { type: 'rating', name: 'mood', title: 'Comment cela avance-t-il ?', rateValues: [{ value: 1, text: 'Pas commencé' }, { value: 2, text: 'En route' }, { value: 3, text: 'Bien installé' }] },
      { type: 'ranking', name: 'order', title: 'Classez ces freins', choices: [{ value: 'time', text: 'Manque de temps' }, { value: 'silo', text: 'Silos entre services' }, { value: 'money', text: 'Budget' }] },
      { type: 'ranking', name: 'picked', title: 'Vos priorités', selectToRankEnabled: true, choices: ['Formation', 'Équipement', 'Médiation'] },
      { type: 'imagepicker', name: 'poster', title: 'Quelle affiche ?', choices: [{ value: 'blue', text: 'La bleue', imageLink: picture('252d80') }, { value: 'red', text: 'La rouge', imageLink: picture('ff4114') }, { value: 'pale', text: 'La claire', imageLink: picture('e0f3f9') }] },
      { type: 'matrix', name: 'brakes', title: 'Ces freins vous concernent-ils ?', isAllRowRequired: true, columns: [{ value: 1, text: 'Pas du tout' }, { value: 2, text: 'Plutôt non' }, { value: 3, text: 'Plutôt oui' }, { value: 4, text: 'Tout à fait' }, { value: 0, text: 'Ne sait pas' }], rows: [{ value: 'time', text: 'Manque de temps dans les services' }, { value: 'silo', text: 'Silos entre services' }, { value: 'money', text: 'Manque de budget' }] },
      { type: 'matrixdropdown', name: 'means', title: 'Moyens par lieu', columns: [{ name: 'count', title: 'Postes', cellType: 'text', inputType: 'number' }, { name: 'open', title: 'Ouverture', cellType: 'dropdown', choices: ['Toute la semaine', 'Certains jours'] }], rows: [{ value: 'lib', text: 'Médiathèque' }, { value: 'town', text: 'Mairie' }] },
      { type: 'matrixdynamic', name: 'people', title: 'Personnes qui suivent le sujet', rowCount: 2, columns: [{ name: 'job', title: 'Fonction', cellType: 'text', isRequired: true }, { name: 'time', title: 'Temps', cellType: 'dropdown', choices: ['Plein', 'Partiel'] }, { name: 'note', title: 'Remarque', cellType: 'text' }] },
      { type: 'multipletext', name: 'numbers', title: 'Quelques chiffres', items: [{ name: 'spots', title: 'Lieux d’accueil', inputType: 'number' }, { name: 'workshops', title: 'Ateliers par mois', inputType: 'number' }] },
      { type: 'panel', name: 'box', title: 'Pour aller plus loin', description: 'Facultatif.', elements: [{ type: 'text', name: 'inside', title: 'Un lien vers votre projet', inputType: 'url' }] },
      { type: 'panel', name: 'fold', title: 'Détails techniques', state: 'collapsed', elements: [{ type: 'text', name: 'deep', title: 'Logiciel utilisé' }] },
      { type: 'paneldynamic', name: 'actions', title: 'Vos actions', panelCount: 1, templateTitle: 'Action {panelIndex}', panelAddText: 'Ajouter une action', templateElements: [{ type: 'text', name: 'label', title: 'Intitulé' }, { type: 'radiogroup', name: 'state', title: 'État', choices: ['Prévue', 'En cours'] }] },
      { type: 'file', name: 'docs', title: 'Joindre un document', allowMultiple: true, acceptedTypes: '.pdf,.txt', maxSize: 1000 },
      { type: 'image', name: 'map', imageLink: picture('e0f3f9'), altText: 'Un aplat bleu', imageWidth: 160, imageHeight: 120 },
      { type: 'expression', name: 'total', title: 'Agents formés, en double', expression: '{agents} * 2' },
      { type: 'slider', name: 'part', title: 'Part du temps consacré, en %', min: 0, max: 100, step: 5 },
      { type: 'slider', name: 'span', title: 'Âges accueillis', sliderType: 'range', min: 0, max: 100 },
      { type: 'text', name: 'volume', title: 'Volume', inputType: 'range', min: 0, max: 10 },
      { type: 'asb:commune', name: 'commune', title: 'Votre commune', isRequired: true },
      { type: 'signaturepad', name: 'sign', title: 'Signature' },
    ],
  }],
};
