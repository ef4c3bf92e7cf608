/** Axis 7, optional: responsible digital technology. The law (REEN, article 35) asks for a strategy above 50,000 inhabitants; below, each commune at its own size. */
import type { DimensionSource } from '../../assessment/grid.ts';
import { t } from '../text.ts';

export const responsibleDigital: DimensionSource = {
  id: 'responsible_digital',
  name: t('Numérique responsable', 'Responsible digital technology'),
  help: t(
    'Un numérique qui dure plus longtemps, consomme moins et reste utilisable par tous. Cet axe est facultatif.',
    'Digital technology that lasts longer, uses less and stays usable by all. This axis is optional.',
  ),
  optional: true,
  interview: [
    t('Que devient un ordinateur de la mairie quand il est remplacé ?', 'What becomes of a town hall computer when it is replaced?'),
    t('Qui décide d’acheter du matériel, et sur quels critères ?', 'Who decides to buy equipment, and on what grounds?'),
    t('Quelles démarches en ligne de la commune posent problème à des habitants ?', 'Which of the commune’s online procedures are difficult for residents?'),
    t('Où un habitant peut-il trouver un ordinateur à petit prix, ou faire réparer le sien ?', 'Where can a resident find a low-price computer, or have their own repaired?'),
    t('Quelles actions faites-vous déjà sans les appeler « numérique responsable » ?', 'What do you already do without calling it “responsible digital technology”?'),
  ],
  criteria: [
    {
      id: 'equipment_lifespan',
      name: t('Achat et durée de vie du matériel', 'Buying equipment and making it last'),
      question: t('Comment la commune achète-t-elle son matériel numérique et le fait-elle durer ?', 'How does the commune buy its digital equipment and make it last?'),
      help: t(
        'Ordinateurs, écrans, tablettes, téléphones et imprimantes de la mairie, du CCAS, de la bibliothèque et des écoles.',
        'Computers, screens, tablets, phones and printers of the town hall, the CCAS, the library and schools.',
      ),
      evidence: t('L’inventaire avec les années d’achat, la règle écrite, les dernières commandes.', 'The inventory with years of purchase, the written rule, the latest orders.'),
      levels: [
        t('La commune n’a pas encore d’inventaire à jour de son matériel numérique.', 'The commune has no up-to-date inventory of its digital equipment yet.'),
        t('Un inventaire à jour existe. Réparer ou remplacer se décide au cas par cas, sans règle écrite.', 'There is an up-to-date inventory. Repairing or replacing is decided case by case, with no written rule.'),
        t('Un inventaire à jour donne l’âge du matériel. Une règle écrite dit quand réparer, quand réaffecter et quand remplacer.', 'An up-to-date inventory gives the age of equipment. A written rule says when to repair, reassign and replace.'),
        t(
          'Cette règle s’applique. Les commandes de l’année comportent du reconditionné ou un critère de réparabilité, et l’âge moyen du matériel est relevé chaque année.',
          'This rule is applied. The year’s orders include refurbished items or a repairability criterion, and the average age of equipment is noted every year.',
        ),
      ],
    },
    {
      id: 'refurbishing',
      name: t('Reconditionnement', 'Refurbishing'),
      question: t('Que devient le matériel dont la commune n’a plus l’usage ?', 'What becomes of equipment that the commune no longer uses?'),
      help: t(
        'Le don, la vente et la remise à un reconditionneur comptent ; le dépôt en déchetterie ne compte pas.',
        'Giving, selling and handing over to a refurbisher count; taking to a waste centre does not.',
      ),
      evidence: t('La convention, les bons de remise, les attestations d’effacement des données, le nombre d’appareils.', 'The agreement, handover slips, data erasure certificates, the number of devices.'),
      levels: [
        t('Le matériel qui ne sert plus est stocké ou part en déchetterie. Aucun n’a été donné, vendu ou remis depuis deux ans.', 'Unused equipment is stored or goes to a waste centre. None has been given, sold or handed over in the past two years.'),
        t('Du matériel a été donné, vendu ou remis à un reconditionneur depuis deux ans. Aucun écrit n’en fixe les règles.', 'Equipment has been given, sold or handed to a refurbisher in the past two years. Nothing in writing sets the rules.'),
        t('Une convention ou une procédure écrite règle la remise du matériel : qui le reçoit, comment les données sont effacées, quelle preuve est rendue.', 'An agreement or written procedure governs the handover of equipment: who receives it, how data are erased, what proof is returned.'),
        t(
          'Cette convention ou procédure s’applique. Des appareils reconditionnés reviennent à des habitants ou à des acteurs, et l’on compte chaque année les appareils remis et redistribués.',
          'This agreement or procedure is applied. Refurbished devices go back to residents or actors, and devices handed over and given out are counted every year.',
        ),
      ],
    },
    {
      id: 'ecodesign_accessibility',
      name: t('Écoconception et accessibilité des services', 'Ecodesign and accessibility of services'),
      question: t('Le site et les démarches en ligne de la commune sont-ils accessibles et sobres ?', 'Are the commune’s website and online procedures accessible and lean?'),
      help: t(
        'La loi demande à tous les sites publics d’afficher une mention « Accessibilité : non / partiellement / totalement conforme ». Sans site ni démarche en ligne, répondez « non concerné ».',
        'The law asks all public websites to display a notice, “Accessibility: non / partially / fully compliant”. With no website or online procedure, answer “not concerned”.',
      ),
      evidence: t('La mention en page d’accueil, la déclaration d’accessibilité et sa date, le rapport d’audit, le cahier des charges.', 'The notice on the home page, the accessibility statement and its date, the audit report, the specifications.'),
      levels: [
        t('Le site de la commune n’affiche pas encore la mention d’accessibilité.', 'The commune’s website does not display the accessibility notice yet.'),
        t('Le site affiche la mention d’accessibilité. Il n’y a pas d’audit de moins de trois ans, ou pas de liste des corrections à faire.', 'The website displays the accessibility notice. There is no audit under three years old, or no list of corrections to make.'),
        t('Le site affiche la mention, un audit a moins de trois ans, et les corrections à faire sont listées avec des dates.', 'The website displays the notice, an audit is under three years old, and corrections to make are listed with dates.'),
        t(
          'Ces corrections avancent aux dates prévues. Les commandes du site demandent l’accessibilité et l’écoconception par écrit, et des habitants ont essayé les démarches.',
          'These corrections are made on the planned dates. Orders for the website ask for accessibility and ecodesign in writing, and residents have tried the procedures.',
        ),
      ],
    },
    {
      id: 'awareness',
      name: t('Sensibilisation', 'Awareness'),
      question: t('Parle-t-on des effets du numérique aux agents, aux élu·es et aux habitants ?', 'Are staff, elected officials and residents told about the effects of digital technology?'),
      help: t(
        'Un atelier, une formation, un repair café, une collecte d’appareils, une page dans le bulletin ; pas une note informatique sur les mots de passe.',
        'A workshop, a training session, a repair café, a collection of devices, a page in the bulletin; not an IT memo on passwords.',
      ),
      evidence: t('Les dates, les supports, le nombre de participant·es, les changements notés.', 'Dates, materials, the number of participants, the changes noted.'),
      levels: [
        t('Aucune action sur les effets du numérique n’a eu lieu depuis deux ans.', 'No action about the effects of digital technology has taken place in the past two years.'),
        t('Une action au moins a eu lieu depuis deux ans. Elle ne revient pas tous les ans, ou elle s’adresse aux seuls agents et élu·es, ou aux seuls habitants.', 'At least one action has taken place in the past two years. It is not held every year, or it is only for staff and elected officials, or only for residents.'),
        t('Chaque année, une action au moins s’adresse aux agents ou aux élu·es, et une au moins aux habitants.', 'Every year, at least one action is for staff or elected officials, and at least one for residents.'),
        t(
          'Ces actions de chaque année sont préparées avec des acteurs de l’inclusion numérique, et un écrit dit ce que les services ont changé depuis.',
          'These yearly actions are prepared with digital inclusion actors, and a written document says what departments have changed since.',
        ),
      ],
    },
    {
      id: 'reen_strategy',
      name: t('Stratégie numérique responsable (loi REEN)', 'Responsible digital strategy (REEN law)'),
      question: t('La commune a-t-elle écrit ce qu’elle veut faire pour un numérique responsable ?', 'Has the commune written down what it wants to do about responsible digital technology?'),
      help: t(
        'La loi REEN (article 35) demande une stratégie au-dessus de 50 000 habitants. En dessous, rien n’oblige : nous conseillons une démarche complète au-dessus de 3 500 habitants, et une démarche « flash », d’une page, jusqu’à 3 500.',
        'The REEN law (article 35) asks for a strategy above 50,000 inhabitants. Below, nothing is compulsory: we suggest a complete approach above 3,500 inhabitants, and a one-page “flash” approach up to 3,500.',
      ),
      evidence: t('L’état des lieux, la délibération ou la page validée par les élu·es, le dernier bilan annuel.', 'The state of play, the council’s decision or the page approved by elected officials, the latest yearly review.'),
      levels: [
        t('La commune n’a encore ni état des lieux écrit sur le numérique responsable, ni objectifs validés par les élu·es.', 'The commune has neither a written state of play on responsible digital technology nor objectives approved by elected officials yet.'),
        t('Un état des lieux écrit existe (matériel, usages, actions déjà faites). Les élu·es n’ont pas encore validé d’objectifs.', 'There is a written state of play (equipment, uses, actions already taken). Elected officials have not approved objectives yet.'),
        t('Les élu·es ont validé des objectifs et des mesures : une stratégie, ou une page d’engagements. Aucun bilan écrit ne leur a été présenté depuis un an, ou les mesures n’ont pas été revues.', 'Elected officials have approved objectives and measures: a strategy, or a page of commitments. No written review has been presented to them in the past year, or the measures have not been revised.'),
        t(
          'Les élu·es ont validé des objectifs et des mesures. Depuis un an, un bilan écrit leur a été présenté et les mesures ont été revues.',
          'Elected officials have approved objectives and measures. In the past year, a written review has been presented to them and the measures have been revised.',
        ),
      ],
      quick: true,
    },
  ],
};
