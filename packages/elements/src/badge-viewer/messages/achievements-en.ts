/** The kinds of achievement of Open Badges 3.0 in English, where their own names do not say it as it is said. */
import type { AchievementTypeName } from './achievements-fr.ts';

export const achievementsEn: Partial<Readonly<Record<AchievementTypeName, string>>> = {
  BachelorDegree: 'Bachelor’s degree',
  CoCurricular: 'Co-curricular activity',
  GeneralEducationDevelopment: 'High-school equivalency',
  LearningProgram: 'Learning programme',
  License: 'Licence to practise',
  QualityAssuranceCredential: 'Quality label',
  MasterCertificate: 'Master craftsman certificate',
  MasterDegree: 'Master’s degree',
  MicroCredential: 'Micro-credential',
  SecondarySchoolDiploma: 'Secondary-school diploma',
};
