import type { ItemJson, PageJson } from '../../survey/definition/model.ts';
import type { Territory } from '../../territory/territory.ts';
import { choice, orOther, orUnknown, t, unknown } from './text.ts';

const interested = "{pilote} anyof ['oui', 'peut_etre']";

/**
 * The neighbouring communes as choices: each shows only when the answering commune touches it, so that the person
 * reads five names and not ninety-five. Written as conditions of the definition: it needs nothing but itself.
 */
function neighbourChoices(territory: Territory): readonly ItemJson[] {
  return territory.communes
    .filter(({ neighbours }) => neighbours.length > 0)
    .map(({ code, name, neighbours }) => ({
      ...choice(code, name, name),
      visibleIf: `{commune} anyof [${neighbours.map((other) => `'${other}'`).join(', ')}]`,
    }));
}

export function followUp(territory: Territory): PageJson {
  return {
    name: 'suite',
    title: t('La suite', 'What comes next'),
    elements: [
      {
        type: 'radiogroup',
        name: 'pilote',
        title: t('Votre commune souhaite-t-elle être un territoire pilote ?', 'Would your commune like to be a pilot area?'),
        description: t(
          'Quatre territoires pilotes seront accompagnés : un diagnostic, un plan d’actions, des ateliers avec les acteurs locaux. Votre réponse n’engage à rien.',
          'Four pilot areas will be supported: a diagnosis, an action plan, workshops with local actors. Your answer commits you to nothing.',
        ),
        choices: [
          choice('oui', 'Oui', 'Yes'),
          choice('peut_etre', 'Peut-être, nous voulons en savoir plus', 'Perhaps, we would like to know more'),
          choice('non', 'Non, pas pour l’instant', 'No, not for now'),
        ],
      },
      {
        type: 'radiogroup',
        name: 'disponibilite',
        title: t('Quand pourrait-on se rencontrer une première fois ?', 'When could we first meet?'),
        visibleIf: interested,
        choices: [
          choice('un_mois', 'D’ici un mois', 'Within a month'),
          choice('trois_mois', 'D’ici trois mois', 'Within three months'),
          choice('six_mois', 'D’ici six mois', 'Within six months'),
          choice('plus_tard', 'Plus tard', 'Later'),
          unknown,
        ],
      },
      {
        type: 'checkbox',
        name: 'communes_associees',
        title: t('Avec quelles communes voisines pourriez-vous avancer ?', 'Which neighbouring communes could you move forward with?'),
        description: t('Celles qui partagent vos équipements, vos habitudes, vos projets.', 'Those that share your facilities, your habits, your projects.'),
        visibleIf: `${interested} and {commune} notempty`,
        choices: neighbourChoices(territory),
        ...orOther,
        otherText: t('Une autre commune', 'Another commune'),
        ...orUnknown,
      },
      {
        type: 'boolean',
        name: 'recontact',
        title: t('Acceptez-vous que nous vous recontactions au sujet de vos réponses ?', 'May we contact you about your answers?'),
        description: t(
          'Facultatif. Vous pouvez changer d’avis à tout moment, en écrivant à l’adresse indiquée dans la notice.',
          'Optional. You can change your mind at any time by writing to the address given in the notice.',
        ),
        labelTrue: t('Oui', 'Yes'),
        labelFalse: t('Non', 'No'),
        rgpd: {
          donneePersonnelle: true,
          finalite: t('Vous recontacter au sujet de vos réponses.', 'To contact you about your answers.'),
          baseLegale: 'consentement',
          dureeMois: 24,
        },
      },
      {
        type: 'text',
        name: 'recontact_courriel',
        title: t('À quelle adresse professionnelle ?', 'At which work address?'),
        description: t('Vous n’en avez pas donné au début. L’adresse d’un service convient.', 'You gave none at the beginning. A department’s address is fine.'),
        visibleIf: '{recontact} = true and {contact_politique.courriel} empty and {contact_technique.courriel} empty',
        inputType: 'email',
        validators: [{ type: 'email' }],
        rgpd: {
          donneePersonnelle: true,
          finalite: t('Vous recontacter au sujet de vos réponses.', 'To contact you about your answers.'),
          baseLegale: 'consentement',
          dureeMois: 24,
        },
      },
      {
        type: 'comment',
        name: 'commentaire',
        title: t('Souhaitez-vous ajouter quelque chose ?', 'Is there anything you would like to add?'),
        description: t(
          'Facultatif. N’écrivez ni nom de personne, ni information sur la santé ou la situation d’une personne.',
          'Optional. Please write no person’s name, and nothing about anyone’s health or circumstances.',
        ),
        rows: 4,
        maxLength: 3000,
      },
    ],
  };
}
