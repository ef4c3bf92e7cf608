/** What helps and what hinders, in the words of the programme's theory of change: each recommendation acts on one of them. */
import type { Recommendation } from '../../assessment/grid.ts';
import { t } from '../text.ts';

type ActsOn = Recommendation['actsOn'];

const lever = (code: string, fr: string, en: string): ActsOn => ({ kind: 'lever', code, text: t(fr, en) });
const obstacle = (code: string, fr: string, en: string): ActsOn => ({ kind: 'obstacle', code, text: t(fr, en) });

export const LEVERS = {
  competences: lever('competences', 'Compétences en interne ou personne référente', 'In-house skills or a contact person'),
  appropriation: lever('appropriation', 'Inclusion numérique déjà connue des services', 'Digital inclusion already known to departments'),
  elus: lever('elus', 'Élu·es sensibilisé·es ou délégué·es', 'Elected officials aware or in charge'),
  moyens: lever('moyens', 'Moyens disponibles', 'Means available'),
  maillage: lever('maillage', 'Maillage existant entre acteurs', 'Existing links between actors'),
  envie: lever('envie', 'Envie d’échanger et de se relier', 'Wish to exchange and connect'),
} as const;

export const OBSTACLES = {
  autres_priorites: obstacle('autres_priorites', 'Autres priorités politiques', 'Other political priorities'),
  peu_acteurs: obstacle('peu_acteurs', 'Peu d’acteurs ou d’initiatives', 'Few actors or initiatives'),
  silos: obstacle('silos', 'Silos entre acteurs et entre services', 'Silos between actors and departments'),
  budget: obstacle('budget', 'Manque de budget', 'Lack of budget'),
  temps: obstacle('temps', 'Manque de temps', 'Lack of time'),
  cooperation: obstacle('cooperation', 'Peu de culture de coopération', 'Little culture of cooperation'),
} as const;
