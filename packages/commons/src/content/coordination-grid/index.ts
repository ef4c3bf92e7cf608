/**
 * The grid with which a commune and its partners look at their coordination: six axes and an optional one, four written levels a criterion,
 * recommendations for each level below the highest. Texts: CC BY-SA 4.0 (README.md here).
 */
import { type Grid, type GridSource, Grid as GridModel } from '../../assessment/grid.ts';
import { GRID_SCHEMA } from '../../assessment/codes.ts';
import { LOCAL_NEEDS, NATIONAL_NEEDS } from '../commune-survey/needs.ts';
import { t } from '../text.ts';
import { coordinationBodyRecommendations } from './coordination-body-recommendations.ts';
import { coordinationBody } from './coordination-body.ts';
import { governanceRecommendations } from './governance-recommendations.ts';
import { governance } from './governance.ts';
import { impact, impactRecommendations } from './impact.ts';
import { knowledgeRecommendations } from './knowledge-recommendations.ts';
import { knowledge } from './knowledge.ts';
import { meansRecommendations } from './means-recommendations.ts';
import { means } from './means.ts';
import { networking, networkingRecommendations } from './networking.ts';
import { responsibleDigitalRecommendations } from './responsible-digital-recommendations.ts';
import { responsibleDigital } from './responsible-digital.ts';

/** As a file would hold it, for another hub to start from. */
export const coordinationGridSource: GridSource = {
  $schema: GRID_SCHEMA,
  id: 'coordination',
  version: '1.0.0',
  title: t('La coordination locale de l’inclusion numérique', 'Local coordination of digital inclusion'),
  description: t(
    'Six axes pour voir ensemble où en est la coordination. Coordonner, c’est donner aux acteurs un cadre et un espace ; animer, c’est faire vivre le réseau (se voir, se connaître, faire ensemble) : ce sont deux axes. On se reconnaît dans une phrase, on ne se note pas.',
    'Six axes to see together where coordination stands. To coordinate is to give actors a frame and a space; to animate is to keep the network alive (meeting, knowing one another, doing things together): these are two axes. One recognises oneself in a sentence; nobody gives marks.',
  ),
  licence: 'CC-BY-SA-4.0',
  attribution: 'Les Assembleurs',
  bands: [
    { from: 0, name: t('À amorcer', 'To be started'), text: t('Les bases restent à poser. Un ou deux premiers pas suffisent pour commencer.', 'The foundations are still to be laid. One or two first steps are enough to begin.') },
    { from: 25, name: t('En construction', 'Under construction'), text: t('Des initiatives existent. Il reste à leur donner un cadre écrit.', 'There are initiatives. They still need a written frame.') },
    { from: 50, name: t('Structurée', 'Structured'), text: t('Le cadre existe. Il reste à le faire vivre avec tous les acteurs.', 'The frame exists. It still has to be brought to life with every actor.') },
    { from: 75, name: t('Installée', 'Settled'), text: t('La coordination fonctionne. Il reste à la suivre, à la partager et à la transmettre.', 'Coordination works. What remains is to follow it, share it and hand it on.') },
  ],
  roles: [
    { id: 'elu', name: t('Élu·e', 'Elected official') },
    { id: 'direction', name: t('Direction générale ou secrétariat de mairie', 'General management or town clerk') },
    { id: 'ccas', name: t('CCAS ou service social', 'CCAS or social services') },
    { id: 'bibliotheque', name: t('Bibliothèque ou médiathèque', 'Library') },
    { id: 'numerique', name: t('Service numérique', 'Digital department') },
    { id: 'mediateur', name: t('Opérateur de médiation, conseiller·ère numérique', 'Mediation operator, digital adviser'), minimum: 2 },
    { id: 'association', name: t('Association ou centre social', 'Association or community centre'), minimum: 2 },
    { id: 'partenaire', name: t('Autre partenaire (EPCI, Département, opérateur social…)', 'Another partner (EPCI, département, social operator…)'), minimum: 2 },
    { id: 'hub', name: t('Hub ou accompagnement', 'Hub or support') },
    { id: 'autre', name: t('Autre', 'Other') },
  ],
  needs: [...NATIONAL_NEEDS, ...LOCAL_NEEDS].map(({ value, text }) => ({ id: value, name: text })),
  dimensions: [governance, knowledge, coordinationBody, networking, means, impact, responsibleDigital],
  recommendations: [
    ...governanceRecommendations, ...knowledgeRecommendations, ...coordinationBodyRecommendations, ...networkingRecommendations,
    ...meansRecommendations, ...impactRecommendations, ...responsibleDigitalRecommendations,
  ],
};

let grid: Grid | undefined;

/** The grid, with what its texts leave out by default. */
export const coordinationGrid = (): Grid => (grid ??= GridModel.parse(coordinationGridSource));
