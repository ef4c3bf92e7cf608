import type { PageJson } from '../../survey/definition/model.ts';
import { choice, orOther, t } from './text.ts';

const contactItems = [
  { name: 'fonction', title: t('Fonction', 'Position') },
  {
    name: 'courriel',
    title: t('Courriel professionnel', 'Work e-mail'),
    inputType: 'email',
    validators: [{ type: 'email' }],
  },
];

/** A professional address may identify a person: it is personal data, and optional. */
const contactRgpd = {
  donneePersonnelle: true,
  finalite: t(
    'Savoir à quelle fonction s’adresser dans la commune pour la suite de la démarche.',
    'To know which position to write to in the commune for what comes next.',
  ),
  dureeMois: 24,
};

export const you: PageJson = {
  name: 'vous',
  title: t('Vous', 'You'),
  description: t(
    'Une seule réponse par commune suffit. Vous pouvez la préparer à plusieurs.',
    'One answer per commune is enough. Several of you may prepare it together.',
  ),
  elements: [
    {
      type: 'asb:commune',
      name: 'commune',
      title: t('Pour quelle commune répondez-vous ?', 'Which commune are you answering for?'),
      isRequired: true,
    },
    {
      type: 'radiogroup',
      name: 'role',
      title: t('Vous répondez en tant que…', 'You are answering as…'),
      isRequired: true,
      choices: [
        choice('elu', 'Élu·e', 'Elected official'),
        choice('dgs', 'Direction générale ou secrétariat de mairie', 'General management or town clerk'),
        choice('ccas', 'CCAS (centre communal d’action sociale)', 'CCAS (municipal social services centre)'),
        choice('bibliotheque', 'Bibliothèque ou médiathèque', 'Library'),
        choice('numerique', 'Service numérique ou informatique', 'Digital or IT department'),
      ],
      ...orOther,
      otherText: t('Autre fonction', 'Another position'),
    },
    {
      type: 'multipletext',
      name: 'contact_politique',
      title: t('Votre contact politique', 'Your political contact'),
      description: t(
        'Facultatif. Par exemple l’élu·e en charge du sujet. N’écrivez pas de nom : la fonction suffit.',
        'Optional. For example the elected official in charge. Please write no name: the position is enough.',
      ),
      items: contactItems,
      rgpd: contactRgpd,
    },
    {
      type: 'multipletext',
      name: 'contact_technique',
      title: t('Votre contact technique', 'Your working contact'),
      description: t(
        'Facultatif. Par exemple la personne qui suivra le projet au quotidien. Une adresse de service convient très bien.',
        'Optional. For example the person who will follow the project day to day. A department’s address is fine.',
      ),
      items: contactItems,
      rgpd: contactRgpd,
    },
  ],
};
