/**
 * The survey that a hub sends to the communes of its territory: eight pages, fewer than thirty questions shown, under
 * ten minutes. Texts: CC BY-SA 4.0 (README.md here).
 */
import { SURVEY_SCHEMA } from '../../survey/definition/model.ts';
import type { SurveyDefinition, SurveyRgpd } from '../../survey/definition/model.ts';
import { mel } from '../../territory/mel.ts';
import type { Territory } from '../../territory/territory.ts';
import { actors } from './actors.ts';
import { conditions } from './conditions.ts';
import { expectations } from './expectations.ts';
import { followUp } from './follow-up.ts';
import { needs } from './needs.ts';
import { notice } from './notice.ts';
import { offer } from './offer.ts';
import { support } from './support.ts';
import { t } from './text.ts';
import { you } from './you.ts';

/** The questionnaire for a territory: its communes are the neighbours offered on the last page. */
export function communeSurveyFor(territory: Territory): SurveyDefinition {
  return {
    $schema: SURVEY_SCHEMA,
    id: 'commune-survey',
    version: '2026.1',
    locale: 'fr',
    meta: {
      license: 'CC-BY-SA-4.0',
      licenseUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
      attribution: 'Les Assembleurs',
      territory: territory.code,
    },
    title: t('L’inclusion numérique dans votre commune', 'Digital inclusion in your commune'),
    description: t(
      'Huit étapes courtes, moins de dix minutes. Vous pouvez vous arrêter et reprendre plus tard. Presque toutes les questions sont facultatives.',
      'Eight short steps, under ten minutes. You can stop and come back later. Almost every question is optional.',
    ),
    completedHtml: t(
      '<h3>Merci pour votre commune !</h3><p>Votre réponse nous aide à préparer la suite avec vous.</p>',
      '<h3>Thank you, on behalf of your commune!</h3><p>Your answer helps us prepare what comes next with you.</p>',
    ),
    rgpd: notice,
    aggregate: { minCell: 5 },
    pages: [you, support, offer, actors, needs, expectations, conditions, followUp(territory)],
  };
}

/** The questionnaire for the 95 communes of the Métropole européenne de Lille. */
export const communeSurvey: SurveyDefinition = communeSurveyFor(mel());

/** The same survey with whoever runs it named in the notice, in place of the bracketed texts. */
export function withNotice(definition: SurveyDefinition, said: Partial<SurveyRgpd>): SurveyDefinition {
  return { ...definition, rgpd: { ...notice, ...definition.rgpd, ...said } };
}
