/** Badges of the programme: seven templates, the pictures they bear, and what they may be aligned with. */
export { certificationSheet, type CertificationSheet } from './certification.ts';
export { DIGCOMP, DIGCOMP_AREAS, findCompetence, type Competence, type CompetenceArea } from './digcomp.ts';
export { ESCO, escoSkill } from './esco.ts';
export { PICTOGRAMS, type Pictogram } from './pictograms.ts';
export { COLOURS, contrast, drawBadge, MOST_LETTERS, SHAPES, type BadgePicture, type Shape } from './picture.ts';
export { BADGE_TEMPLATES, findTemplate, type BadgeTemplate, type Recognises } from './templates.ts';
