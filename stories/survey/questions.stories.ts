import type { Meta } from '@storybook/web-components-vite';

import { questions, survey } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Questionnaire/Types de question',
  component: 'asb-survey',
  render: survey,
  tags: ['autodocs'],
} satisfies Meta<Args>;

const publics = [
  { value: 'jeunes', text: 'Jeunes de moins de 26 ans' },
  { value: 'seniors', text: 'Personnes de plus de 65 ans' },
  { value: 'emploi', text: 'Personnes en recherche d’emploi' },
  { value: 'agents', text: 'Agents de la commune' },
];
const accord = [
  { value: 1, text: 'Pas du tout d’accord' },
  { value: 2, text: 'Plutôt pas d’accord' },
  { value: 3, text: 'Plutôt d’accord' },
  { value: 4, text: 'Tout à fait d’accord' },
];
/** Three flat shapes, drawn here so that no picture has to be fetched. */
const picture = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"><rect width="8" height="5" fill="${colour}"/></svg>`)}`;

export const Texte = questions('Un champ natif : texte, nombre, date, adresse électronique…', [
  { type: 'text', name: 'lieu', title: 'Nom du lieu', isRequired: true },
  { type: 'text', name: 'jour', title: 'Date d’ouverture', inputType: 'date' },
  { type: 'text', name: 'places', title: 'Nombre de places', inputType: 'number', min: 0, max: 500 },
  { type: 'text', name: 'contact', title: 'Adresse électronique', inputType: 'email', description: 'Celle du lieu, pas d’une personne.' },
]);

export const TexteLong = questions('Plusieurs lignes, avec un nombre de caractères.', [
  { type: 'comment', name: 'besoins', title: 'Quels besoins entendez-vous le plus souvent ?', maxLength: 500 },
]);
TexteLong.name = 'Texte long';

export const ChoixUnique = questions('Boutons radio, avec « Autre » et « Ne sait pas ».', [
  { type: 'radiogroup', name: 'porteur', title: 'Qui porte cette action ?', choices: ['La commune', 'Une association'], showOtherItem: true, showDontKnowItem: true },
]);
ChoixUnique.name = 'Choix unique';

export const ChoixMultiple = questions('Cases à cocher ; « Aucun » vide les autres.', [
  { type: 'checkbox', name: 'publics', title: 'Quels publics accueillez-vous ?', choices: publics, showNoneItem: true, showSelectAllItem: true },
]);
ChoixMultiple.name = 'Choix multiple';

export const ListeDeroulante = questions('Une liste courte : un menu natif.', [
  { type: 'dropdown', name: 'public', title: 'Public principal', choices: publics },
]);
ListeDeroulante.name = 'Liste déroulante';

export const Etiquettes = questions('Plusieurs choix dans une longue liste, à chercher au clavier.', [
  { type: 'tagbox', name: 'publics', title: 'Publics accueillis', choices: publics },
]);
Etiquettes.name = 'Étiquettes';

export const OuiNon = questions('Oui ou non, sans réponse toute faite.', [
  { type: 'boolean', name: 'gratuit', title: 'L’accueil est-il gratuit ?' },
]);
OuiNon.name = 'Oui / non';

export const Note = questions('Une échelle, avec ses deux bouts nommés.', [
  { type: 'rating', name: 'note', title: 'Êtes-vous satisfait du service ?', rateMax: 5, minRateDescription: 'Pas du tout', maxRateDescription: 'Tout à fait' },
]);

export const Classement = questions('Des boutons pour monter et descendre, sans glisser-déposer.', [
  { type: 'ranking', name: 'priorites', title: 'Classez vos priorités', choices: ['Équiper', 'Former', 'Accompagner', 'Communiquer'] },
]);

export const ChoixEnImages = questions('Des images, chacune avec son nom.', [
  {
    type: 'imagepicker',
    name: 'couleur',
    title: 'Couleur du lieu',
    showLabel: true,
    choices: [
      { value: 'bleu', text: 'Bleu', imageLink: picture('#252d80') },
      { value: 'orange', text: 'Orange', imageLink: picture('#ff4114') },
      { value: 'ciel', text: 'Ciel', imageLink: picture('#e0f3f9') },
    ],
  },
]);
ChoixEnImages.name = 'Choix en images';

export const Matrice = questions('Une question par ligne ; des cartes sur un petit écran.', [
  {
    type: 'matrix',
    name: 'accord',
    title: 'Qu’en pensez-vous ?',
    columns: accord,
    rows: [
      { value: 'connus', text: 'Les lieux sont connus' },
      { value: 'proches', text: 'Les lieux sont proches' },
      { value: 'utiles', text: 'Les lieux répondent aux besoins' },
    ],
  },
]);

export const MatriceDeChamps = questions('Des lignes connues, un champ par colonne.', [
  {
    type: 'matrixdropdown',
    name: 'moyens',
    title: 'Vos moyens',
    columns: [
      { name: 'agents', title: 'Agents', cellType: 'text', inputType: 'number' },
      { name: 'etat', title: 'État', cellType: 'dropdown', choices: ['En place', 'Prévu'] },
    ],
    rows: ['Accueil', 'Ateliers'],
  },
]);
MatriceDeChamps.name = 'Matrice de champs';

export const LignesAAjouter = questions('Autant de lignes qu’il en faut.', [
  {
    type: 'matrixdynamic',
    name: 'ateliers',
    title: 'Ateliers de l’année',
    rowCount: 1,
    columns: [
      { name: 'titre', title: 'Titre', cellType: 'text' },
      { name: 'jour', title: 'Jour', cellType: 'text', inputType: 'date' },
    ],
  },
]);
LignesAAjouter.name = 'Lignes à ajouter';

export const TextesGroupes = questions('Quelques textes courts sous un seul titre.', [
  { type: 'multipletext', name: 'contact', title: 'Contact du lieu', items: [{ name: 'service', title: 'Service' }, { name: 'tel', title: 'Téléphone', inputType: 'tel' }] },
]);
TextesGroupes.name = 'Textes groupés';

export const BlocsAAjouter = questions('Un petit formulaire, répété.', [
  {
    type: 'paneldynamic',
    name: 'lieux',
    title: 'Lieux d’accueil',
    panelCount: 1,
    templateTitle: 'Lieu {panelIndex}',
    templateElements: [
      { type: 'text', name: 'nom', title: 'Nom du lieu' },
      { type: 'checkbox', name: 'publics', title: 'Publics', choices: publics },
    ],
  },
]);
BlocsAAjouter.name = 'Blocs à ajouter';

export const Groupe = questions('Des questions réunies sous un titre, repliables.', [
  { type: 'panel', name: 'accueil', title: 'L’accueil', state: 'expanded', elements: [{ type: 'text', name: 'horaires', title: 'Horaires' }, { type: 'boolean', name: 'rdv', title: 'Sur rendez-vous ?' }] },
]);

export const Fichier = questions('Un document joint ; il reste sur l’appareil jusqu’à l’envoi.', [
  { type: 'file', name: 'convention', title: 'Convention signée', acceptedTypes: '.pdf', maxSize: 2_000_000 },
]);

export const Curseur = questions('Un curseur natif, avec sa valeur écrite.', [
  { type: 'slider', name: 'part', title: 'Part des démarches faites en ligne', min: 0, max: 100, step: 5 },
]);

export const Calcul = questions('Une valeur calculée, jamais saisie.', [
  { type: 'text', name: 'ateliers', title: 'Ateliers par mois', inputType: 'number', defaultValue: 4 },
  { type: 'expression', name: 'annee', title: 'Ateliers par an', expression: '{ateliers} * 12' },
]);

export const TexteEtImage = questions('Un texte mis en forme, rendu sûr, et une image.', [
  { type: 'html', name: 'texte', html: '<h4>À savoir</h4><p>Les réponses servent à <strong>préparer</strong> la suite.</p>' },
  { type: 'image', name: 'image', imageLink: picture('#252d80'), altText: 'Un aplat bleu', imageWidth: 160, imageHeight: 100 },
]);
TexteEtImage.name = 'Texte et image';

export const Commune = questions('Une commune du territoire, cherchée par nom, par code postal ou par code INSEE.', [
  { type: 'asb:commune', name: 'commune', title: 'Votre commune', isRequired: true },
]);
