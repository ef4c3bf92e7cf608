/**
 * What a reader of the map of actors proposes to correct, as a questionnaire: a hub publishes it beside its others, and reads and exports proposals
 * as answers, with their retention and erasure. Texts: CC BY-SA 4.0.
 */
import { SURVEY_SCHEMA } from '../../survey/definition/model.ts';
import type { SurveyDefinition } from '../../survey/definition/model.ts';
import { t } from '../text.ts';

/** The names under which `<asb-actor-map corrections>` sends what was typed. */
export const CORRECTION_FIELDS = ['acteur_id', 'acteur', 'commune', 'correction', 'fonction', 'courriel'] as const;

export const actorCorrection: SurveyDefinition = {
  $schema: SURVEY_SCHEMA,
  id: 'actor-correction',
  version: '1',
  locale: 'fr',
  meta: { license: 'CC-BY-SA-4.0', licenseUrl: 'https://creativecommons.org/licenses/by-sa/4.0/', attribution: 'Les Assembleurs' },
  title: t('Proposer une correction sur un acteur', 'Propose a correction about an actor'),
  rgpd: {
    responsable: t('[Nom et adresse de la structure qui tient la carte]', '[Name and address of the organisation that keeps the map]'),
    finalite: t('Tenir à jour la carte des acteurs de l’inclusion numérique.', 'To keep the map of digital inclusion actors up to date.'),
    baseLegale: 'interet-legitime',
    dureeMois: 12,
  },
  pages: [{
    name: 'correction',
    elements: [
      { type: 'text', name: 'acteur_id', title: t('Identifiant de l’acteur', 'Identifier of the actor') },
      { type: 'text', name: 'acteur', title: t('Acteur', 'Actor'), isRequired: true },
      { type: 'text', name: 'commune', title: t('Code INSEE de la commune', 'INSEE code of the municipality') },
      { type: 'comment', name: 'correction', title: t('Ce qui devrait changer', 'What should change'), isRequired: true, maxLength: 5000 },
      { type: 'text', name: 'fonction', title: t('Votre fonction', 'Your position') },
      {
        type: 'text', name: 'courriel', inputType: 'email', title: t('Courriel, pour vous répondre', 'E-mail, to answer you'),
        rgpd: { donneePersonnelle: true, finalite: t('Répondre à la personne qui propose la correction.', 'To answer the person who proposes the correction.'), dureeMois: 12 },
      },
    ],
  }],
};
