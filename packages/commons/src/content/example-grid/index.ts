/**
 * A small grid that uses everything a grid may hold: weights, parts of an axis, an optional axis, conditions, levels out of the questionnaire. To
 * start one's own from (docs/guides/ecrire-une-grille.md), and to try the rules on.
 */
import type { GridSource } from '../../assessment/grid.ts';

const levels = ['Rien.', 'Un début.', 'C’est écrit.', 'C’est tenu.'] as const;
const criterion = (id: string, more: object = {}): NonNullable<NonNullable<GridSource['dimensions'][number]['criteria']>[number]> => ({
  id, name: { fr: `Critère ${id}`, en: `Criterion ${id}` }, question: `${id} ?`, levels: [...levels], ...more,
});
const advise = (id: string, criterionId: string, levelsAt: (1 | 2 | 3)[], more: object = {}): NonNullable<GridSource['recommendations']>[number] => ({
  id, criterion: criterionId, levels: levelsAt, what: `Faire ${id}`, why: 'Parce que.', firstStep: 'Appeler.', effort: 'medium', delayMonths: 3, who: 'La direction',
  actsOn: { kind: 'lever', code: 'elus', text: 'Élus' }, ...more,
});

export const exampleGrid: GridSource = {
  $schema: 'urn:assembleurs:grid:1', id: 'essai', version: '1.0.0', title: { fr: 'Essai', en: 'Trial' },
  bands: [{ from: 0, name: 'Départ' }, { from: 50, name: 'En route' }, { from: 80, name: 'Installé' }],
  roles: [{ id: 'elu', name: 'Élu·e' }, { id: 'mediateur', name: 'Médiateur·rice', minimum: 2 }],
  needs: [{ id: 'former', name: 'Former' }, { id: 'financer', name: 'Financer' }],
  dimensions: [
    { id: 'pilotage', name: 'Pilotage', criteria: [criterion('elu', { prefill: [{ if: "{survey.elu_delegue} = 'oui'", level: 3, from: 'elu_delegue' }] }), criterion('referent', { quick: true })] },
    {
      id: 'moyens', name: 'Moyens', weight: 2,
      criteria: [criterion('temps', { weight: 3 })],
      dimensions: [{ id: 'argent', name: 'Argent', criteria: [criterion('budget', { deactivateIf: '{commune.population} < 500' }), criterion('pret', { reduce: [{ if: '{level.temps} = 1', by: 0.5, why: 'Sans temps, le prêt compte moins.' }] })] }],
    },
    { id: 'responsable', name: 'Numérique responsable', optional: true, criteria: [criterion('achats')] },
  ],
  recommendations: [
    advise('designer_elu', 'elu', [1, 2], { needs: ['former'] }),
    advise('ecrire_lettre', 'elu', [3], { effort: 'low', requires: ['nommer_referent'] }),
    advise('nommer_referent', 'referent', [1, 2, 3], { effort: 'low' }),
    advise('strategie', 'temps', [1, 2, 3], { if: '{commune.population} > 3500', conditions: { fr: 'Au-dessus de 3 500 habitants', en: 'Above 3,500 inhabitants' }, effort: 'high' }),
    advise('flash', 'temps', [1, 2, 3], { if: '{commune.population} <= 3500', conditions: 'Jusqu’à 3 500 habitants', effort: 'low' }),
    advise('ouvrir_ligne', 'budget', [1, 2, 3], { needs: ['financer'] }),
    advise('preter', 'pret', [1, 2, 3]),
    advise('acheter', 'achats', [1, 2, 3]),
  ],
};
