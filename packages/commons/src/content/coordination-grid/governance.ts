import type { DimensionSource } from '../../assessment/grid.ts';
import { t } from '../text.ts';

export const governance: DimensionSource = {
  id: 'governance',
  name: t('Portage et pilotage', 'Support and steering'),
  help: t(
    'Qui porte l’inclusion numérique dans la commune, côté élu·es et côté services, et ce que la commune en a écrit.',
    'Who carries digital inclusion in the commune, among elected officials and in the departments, and what the commune has put in writing.',
  ),
  interview: [
    t('Comment l’inclusion numérique est-elle arrivée dans la commune, et qui en parle aujourd’hui ?', 'How did digital inclusion come up in the commune, and who speaks about it today?'),
    t('Quand une décision est à prendre sur ce sujet, qui la prend et comment ?', 'When something has to be decided on this subject, who decides and how?'),
    t('Si la personne qui suit le sujet partait demain, que resterait-il ?', 'If the person who follows the subject left tomorrow, what would remain?'),
    t('Qu’attendez-vous de l’intercommunalité, et que fait-elle déjà avec vous ?', 'What do you expect of the intermunicipal body, and what does it already do with you?'),
  ],
  criteria: [
    {
      id: 'elected_delegate',
      name: t('Élu·e délégué·e', 'Elected official in charge'),
      question: t('La commune a-t-elle un·e élu·e chargé·e de l’inclusion numérique ?', 'Does the commune have an elected official in charge of digital inclusion?'),
      help: t(
        'Une délégation plus large (social, numérique, culture…) compte si l’arrêté cite l’inclusion numérique ; si le ou la maire garde le sujet, une délibération ou un procès-verbal du conseil municipal qui le dit compte comme écrit.',
        'A wider portfolio (social affairs, digital, culture…) counts if the order names digital inclusion; if the mayor keeps the subject, a council decision or minutes that say so count as writing.',
      ),
      evidence: t('L’arrêté de délégation ; la date du dernier passage en conseil municipal.', 'The delegation order; the date when the council last heard about it.'),
      quick: true,
      levels: [
        t('Aucun·e élu·e ne suit l’inclusion numérique pour l’instant.', 'No elected official follows digital inclusion for now.'),
        t(
          'Un·e élu·e suit le sujet, souvent avec d’autres dossiers. Aucun écrit ne lui confie l’inclusion numérique.',
          'An elected official follows the subject, often among other matters. Nothing in writing puts them in charge of digital inclusion.',
        ),
        t(
          'Un écrit (arrêté de délégation, délibération) confie l’inclusion numérique à un·e élu·e. Cette personne n’en a pas rendu compte au conseil municipal dans les douze derniers mois.',
          'Something in writing (delegation order, council decision) puts an elected official in charge of digital inclusion. That person has not reported on it to the municipal council in the last twelve months.',
        ),
        t(
          'Un écrit confie l’inclusion numérique à un·e élu·e. Cette personne en a rendu compte au conseil municipal dans les douze derniers mois.',
          'Something in writing puts an elected official in charge of digital inclusion. That person has reported on it to the municipal council in the last twelve months.',
        ),
      ],
      prefill: [
        { if: "{survey.elu_delegue} = 'oui_dediee'", level: 3, from: 'elu_delegue' },
        { if: "{survey.elu_delegue} = 'non'", level: 1, from: 'elu_delegue' },
      ],
    },
    {
      id: 'contact_person',
      name: t('Personne référente identifiée', 'Known contact person'),
      question: t('Une personne de la mairie ou du CCAS suit-elle l’inclusion numérique, et le sait-on ?', 'Does someone at the town hall or the CCAS look after digital inclusion, and is it known?'),
      help: t(
        'Le grade et le service ne comptent pas, le temps prévu non plus (il est vu avec les moyens) ; un·e élu·e ou un prestataire ne compte pas.',
        'Rank and department do not matter, nor does the time set aside (seen with resources); an elected official or a contractor does not count.',
      ),
      evidence: t('La fiche de poste, la lettre de mission ou la note de service ; le message envoyé aux partenaires.', 'The job description, mission letter or internal note; the message sent to partners.'),
      levels: [
        t('Aucune personne de la mairie ou du CCAS ne suit l’inclusion numérique pour l’instant.', 'No one at the town hall or the CCAS looks after digital inclusion for now.'),
        t('Une personne suit le sujet. Aucun écrit ne lui confie cette mission.', 'Someone follows the subject. Nothing in writing gives them this task.'),
        t(
          'Une fiche de poste, une lettre de mission ou une note de service confie cette mission à une personne. Ses coordonnées n’ont pas été envoyées à tous les partenaires.',
          'A job description, mission letter or internal note gives someone this task. Their contact details have not been sent to every partner.',
        ),
        t(
          'Un écrit confie cette mission à une personne. Tous les services et les partenaires ont reçu l’adresse à laquelle lui écrire.',
          'Someone has been given this task in writing. Every department and partner has received the address to write to.',
        ),
      ],
      prefill: [
        { if: "{survey.referent} = 'non'", level: 1, from: 'referent' },
      ],
    },
    {
      id: 'municipal_plan',
      name: t('Inscription dans le projet communal', 'Place in the commune’s plans'),
      question: t('L’inclusion numérique est-elle écrite dans un document de la commune ?', 'Is digital inclusion written into one of the commune’s documents?'),
      help: t(
        'Comptent le projet de mandat, le projet social, l’analyse des besoins sociaux, le projet de la médiathèque… adoptés par le conseil municipal ou le CCAS ; un article du bulletin ne compte pas.',
        'What counts: the programme for the term, the social plan, the social needs analysis, the library plan… adopted by the municipal council or the CCAS; an article in the newsletter does not.',
      ),
      evidence: t('Le document, la page qui en parle et la date de son adoption.', 'The document, the page that deals with it and the date of adoption.'),
      levels: [
        t('Aucun document ne parle d’inclusion numérique pour la commune, et aucun n’est en préparation.', 'No document deals with digital inclusion for the commune, and none is being prepared.'),
        t(
          'Un texte de la commune qui en parle est en préparation, ou le document d’un partenaire la concerne (CRTE, schéma, feuille de route). La commune n’a encore rien adopté.',
          'The commune is preparing a text that deals with it, or a partner’s document covers the commune (CRTE, master plan, roadmap). The commune has adopted nothing yet.',
        ),
        t(
          'Un document adopté par la commune ou le CCAS parle d’inclusion numérique. Il ne donne pas à chaque action une échéance et un service qui en est chargé.',
          'A document adopted by the commune or the CCAS deals with digital inclusion. It does not give each action a deadline and a department in charge.',
        ),
        t(
          'Un document adopté par la commune ou le CCAS fixe des actions d’inclusion numérique. Chacune a une échéance et un service qui en est chargé.',
          'A document adopted by the commune or the CCAS sets digital inclusion actions. Each has a deadline and a department in charge.',
        ),
      ],
      prefill: [
        { if: "{survey.projet_communal} = 'oui'", level: 3, from: 'projet_communal' },
        { if: "{survey.projet_communal} = 'en_cours'", level: 2, from: 'projet_communal' },
        { if: "{survey.projet_communal} = 'non' and {survey.schemas} anyof ['crte', 'sdun', 'sdin', 'fne']", level: 2, from: 'schemas' },
        { if: "{survey.projet_communal} = 'non'", level: 1, from: 'projet_communal' },
      ],
    },
    {
      id: 'intermunicipal_support',
      name: t('Appui de l’intercommunalité', 'Support from the intermunicipal body'),
      question: t('L’intercommunalité (métropole, communauté de communes…) aide-t-elle la commune sur ce sujet ?', 'Does the intermunicipal body (metropolis, community of communes…) help the commune on this subject?'),
      help: t(
        'Compte aussi l’aide d’un tiers que l’intercommunalité finance ou missionne, comme un hub ; une lettre d’information reçue ne compte pas comme un échange.',
        'Help from a third party that the intermunicipal body funds or commissions, such as a hub, counts too; a newsletter received does not count as an exchange.',
      ),
      evidence: t('Le compte rendu d’un échange, la trace d’une aide reçue (formation, prêt, subvention), la convention.', 'The minutes of a discussion, a record of help received (training, loan, grant), the agreement.'),
      levels: [
        t(
          'La commune et l’intercommunalité n’ont pas échangé sur l’inclusion numérique dans les douze derniers mois.',
          'The commune and the intermunicipal body have not discussed digital inclusion in the last twelve months.',
        ),
        t(
          'La commune et l’intercommunalité ont échangé au moins une fois dans les douze derniers mois. La commune n’a pas reçu d’aide concrète.',
          'The commune and the intermunicipal body have discussed it at least once in the last twelve months. The commune has received no practical help.',
        ),
        t(
          'La commune a reçu de l’intercommunalité au moins une aide concrète dans les douze derniers mois (formation, matériel, financement, appui d’un·e agent·e). Aucun document commun n’en fixe la suite.',
          'The commune has received at least one form of practical help from the intermunicipal body in the last twelve months (training, equipment, funding, staff time). No shared document says what comes next.',
        ),
        t(
          'La commune a reçu de l’intercommunalité au moins une aide concrète dans les douze derniers mois. Un document commun (convention, feuille de route…) dit ce que chacune apporte et jusqu’à quand.',
          'The commune has received at least one form of practical help from the intermunicipal body in the last twelve months. A shared document (agreement, roadmap…) says what each side brings and until when.',
        ),
      ],
      prefill: [
        { if: "{survey.frequence_liens.epci} anyof ['annuel', 'trimestriel', 'mensuel']", level: 2, from: 'frequence_liens' },
        { if: "{survey.frequence_liens.epci} = 'rarement'", level: 1, from: 'frequence_liens' },
        { if: "{survey.partenaires} notempty and {survey.partenaires} notcontains 'epci'", level: 1, from: 'partenaires' },
      ],
    },
  ],
};
