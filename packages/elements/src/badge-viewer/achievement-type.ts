/** What kind of achievement a badge stands for, in words; a kind that the specification does not name shows as it is written. */
import { achievementsEn } from './messages/achievements-en.ts';
import { achievementsFr, type AchievementTypeName } from './messages/achievements-fr.ts';

const isNamed = (type: string): type is AchievementTypeName => Object.hasOwn(achievementsFr, type);

/** The specification's names are English already: `CertificateOfCompletion`. */
const apart = (type: string): string => type.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

export function achievementType(type: string, lang: 'fr' | 'en'): string {
  if (!isNamed(type)) return type;
  return lang === 'fr' ? achievementsFr[type] : (achievementsEn[type] ?? apart(type));
}
