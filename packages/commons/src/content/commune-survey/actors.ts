import type { PageJson } from '../../survey/definition/model.ts';
import { choice, orNone, t, unknown } from './text.ts';

/** Kinds of actors that a commune works with; the codes are those of the actors' model. */
const PARTNERS = [
  choice('ccas', 'Le CCAS', 'The CCAS (social services centre)'),
  choice('bibliotheque', 'La bibliothèque ou médiathèque', 'The library'),
  choice('operateur_mediation', 'Un opérateur de médiation numérique', 'A digital mediation operator'),
  choice('france_services', 'France services', '“France services”'),
  choice('centre_social', 'Un centre social', 'A community centre'),
  choice('association', 'Une association', 'An association'),
  choice('operateur_social', 'CAF, caisse d’assurance maladie ou de retraite, France Travail', 'Family, health or pension funds, job centre'),
  choice('commune', 'D’autres communes', 'Other communes'),
  choice('epci', 'La métropole ou l’intercommunalité', 'The metropolis or intercommunal body'),
  choice('departement', 'Le Département', 'The Département'),
  choice('etat', 'Les services de l’État', 'State services'),
];

export const actors: PageJson = {
  name: 'acteurs',
  title: t('Vos partenaires', 'Your partners'),
  elements: [
    {
      type: 'checkbox',
      name: 'partenaires',
      title: t('Avec qui travaillez-vous déjà sur l’inclusion numérique ?', 'Who do you already work with on digital inclusion?'),
      choices: PARTNERS,
      ...orNone('Personne pour l’instant', 'No one for now'),
    },
    {
      type: 'matrix',
      name: 'frequence_liens',
      title: t('À quel rythme échangez-vous avec eux ?', 'How often are you in touch with them?'),
      visibleIf: "{partenaires} notempty and {partenaires} notcontains 'none'",
      columns: [
        choice('rarement', 'Moins d’une fois par an', 'Less than once a year'),
        choice('annuel', 'Une ou deux fois par an', 'Once or twice a year'),
        choice('trimestriel', 'Chaque trimestre', 'Every quarter'),
        choice('mensuel', 'Chaque mois ou plus', 'Every month or more'),
        unknown,
      ],
      rows: PARTNERS.map((row) => ({ ...row, visibleIf: `{partenaires} contains '${row.value}'` })),
    },
  ],
};
