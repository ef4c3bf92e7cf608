import type { PageJson } from '../../survey/definition/model.ts';
import { choice, orNone, orOther, orUnknown, t, unknown } from './text.ts';

export const support: PageJson = {
  name: 'portage',
  title: t('Le portage dans la commune', 'Who carries it in the commune'),
  description: t(
    'L’inclusion numérique, c’est permettre à chacun·e d’utiliser internet et les services en ligne, ou d’être aidé·e pour le faire.',
    'Digital inclusion means that everyone can use the internet and online services, or get help to do so.',
  ),
  elements: [
    {
      type: 'radiogroup',
      name: 'elu_delegue',
      title: t('La commune a-t-elle un·e élu·e chargé·e de l’inclusion numérique ?', 'Is an elected official in charge of digital inclusion?'),
      choices: [
        choice('oui_dediee', 'Oui, avec une délégation dédiée', 'Yes, as a portfolio of its own'),
        choice('oui_partagee', 'Oui, avec une autre délégation (social, numérique, culture…)', 'Yes, with another portfolio (social affairs, digital, culture…)'),
        choice('non', 'Non', 'No'),
        unknown,
      ],
    },
    {
      type: 'radiogroup',
      name: 'referent',
      title: t(
        'Une personne de la mairie ou du CCAS suit-elle l’inclusion numérique ?',
        'Does someone at the town hall or the CCAS look after digital inclusion?',
      ),
      choices: [
        choice('oui_temps', 'Oui, avec du temps prévu pour cela', 'Yes, with time set aside for it'),
        choice('oui_sans_temps', 'Oui, en plus de ses autres missions', 'Yes, on top of other duties'),
        choice('non', 'Non', 'No'),
        unknown,
      ],
    },
    {
      type: 'radiogroup',
      name: 'referent_service',
      title: t('Dans quel service travaille cette personne ?', 'Which department does this person work in?'),
      visibleIf: "{referent} anyof ['oui_temps', 'oui_sans_temps']",
      choices: [
        choice('direction', 'Direction générale ou secrétariat de mairie', 'General management or town clerk'),
        choice('ccas', 'CCAS ou service social', 'CCAS or social services'),
        choice('bibliotheque', 'Bibliothèque ou médiathèque', 'Library'),
        choice('numerique', 'Service numérique ou informatique', 'Digital or IT department'),
        choice('accueil', 'Accueil ou état civil', 'Front desk or registry'),
      ],
      ...orOther,
    },
    {
      type: 'radiogroup',
      name: 'projet_communal',
      title: t('L’inclusion numérique figure-t-elle dans le projet de la commune ?', 'Is digital inclusion part of the commune’s plans?'),
      description: t(
        'Projet de mandat, projet social de territoire, analyse des besoins sociaux, projet de la médiathèque…',
        'Programme for the term of office, local social plan, social needs analysis, library plan…',
      ),
      choices: [
        choice('oui', 'Oui, elle y est écrite', 'Yes, in writing'),
        choice('en_cours', 'C’est en cours', 'It is under way'),
        choice('non', 'Non', 'No'),
        unknown,
      ],
    },
    {
      type: 'checkbox',
      name: 'schemas',
      title: t('Ces documents parlent-ils d’inclusion numérique pour votre commune ?', 'Do these documents deal with digital inclusion for your commune?'),
      description: t('Cochez ceux que vous connaissez.', 'Tick those that you know of.'),
      visibleIf: "{projet_communal} anyof ['oui', 'en_cours'] or {referent} anyof ['oui_temps', 'oui_sans_temps']",
      choices: [
        choice('crte', 'Contrat pour la réussite de la transition écologique (CRTE)', 'State–local ecological transition contract (CRTE)'),
        choice('sdun', 'Schéma directeur des usages numériques (SDUN)', 'Digital uses master plan (SDUN)'),
        choice('sdin', 'Schéma directeur de l’inclusion numérique (SDIN)', 'Digital inclusion master plan (SDIN)'),
        choice('fne', 'Feuille de route France Numérique Ensemble', '“France Numérique Ensemble” roadmap'),
      ],
      ...orOther,
      ...orNone('Aucun de ces documents', 'None of these'),
      ...orUnknown,
    },
  ],
};
