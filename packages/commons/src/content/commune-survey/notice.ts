import type { SurveyRgpd } from '../../survey/definition/model.ts';
import { t } from './text.ts';

/**
 * The information notice (RGPD, articles 12 and 13). What stands between brackets names whoever runs the survey, and
 * is for them to say: nothing here guesses it.
 */
export const notice: SurveyRgpd = {
  responsable: t(
    '[Nom et adresse de la structure responsable de l’enquête]',
    '[Name and address of the organisation responsible for the survey]',
  ),
  contactDpo: t('[Adresse électronique du ou de la délégué·e à la protection des données]', '[E-mail address of the data protection officer]'),
  finalite: t(
    'Connaître les besoins et les attentes des communes pour coordonner l’inclusion numérique, et choisir quatre territoires pilotes.',
    'To learn what communes need and expect in order to coordinate digital inclusion, and to choose four pilot areas.',
  ),
  baseLegale: 'mission-interet-public',
  destinataires: [
    t('L’équipe chargée de l’enquête.', 'The team in charge of the survey.'),
    t(
      'La collectivité qui la commande. Les résultats publiés ne permettent pas d’identifier une personne.',
      'The authority that commissioned it. Published results do not make anyone identifiable.',
    ),
  ],
  dureeMois: 24,
  droits: t(
    'Vous pouvez demander à voir, corriger ou effacer vos réponses, limiter leur usage ou vous y opposer. Donnez le numéro de reçu affiché après l’envoi.',
    'You may ask to see, correct or erase your answers, restrict their use or object to it. Give the receipt number shown after sending.',
  ),
  caractereObligatoire: t(
    'Seules la commune et votre rôle sont obligatoires. Tout le reste est facultatif.',
    'Only the commune and your role are mandatory. Everything else is optional.',
  ),
  transferts: t('Aucun transfert hors de l’Union européenne.', 'No transfer outside the European Union.'),
};
