/**
 * ESCO, the European classification of skills: the skill that stands for each competence of DigComp, as its own collection of DigComp skills
 * says it (version 1.2.0, reusable with its source: "This service uses the ESCO classification of the European Commission"). Netiquette has none.
 * English names are ESCO's; in French a skill bears the name of the competence, which is our translation.
 */
import { findCompetence } from './digcomp.ts';

export const ESCO = { name: 'ESCO', address: 'http://data.europa.eu/esco/skill/' } as const;

const SKILLS: Readonly<Record<string, readonly [id: string, name: string]>> = {
  '1.1': ['e439742d-558d-4f52-885e-afdc740b48cf', 'browse, search and filter data, information and digital content'],
  '1.2': ['1d6c7de4-350e-4868-a47b-333b4b0d9650', 'evaluate data, information and digital content'],
  '1.3': ['4d97e3c3-f335-47cc-a4ee-0d779fd42222', 'manage data, information and digital content'],
  '2.1': ['a12057b4-6d11-4a12-ab8e-15a028ef0a6d', 'interact through digital technologies'],
  '2.2': ['40001d93-8937-4859-89d5-2dca53290ff4', 'share through digital technologies'],
  '2.3': ['16a00c69-9c74-4c37-96d7-6301d285e5ce', 'use e-services'],
  '2.4': ['2b34a99f-9813-4c91-9509-b6b9b8c3132e', 'collaborate through digital technologies'],
  '2.6': ['bc0b0b5d-f6be-405a-b224-b6902a4dbe97', 'manage digital identity'],
  '3.1': ['5fd5c985-eaaa-47aa-8314-62359c54505a', 'develop digital content'],
  '3.2': ['5af49836-2269-46d9-87b9-0d3140c6c22e', 'integrate and re-elaborate digital content'],
  '3.3': ['a91732ce-988e-4105-9570-f425c6ffdc82', 'intellectual property regime of digital content'],
  '3.4': ['21d2f96d-35f7-4e3f-9745-c533d2dd6e97', 'computer programming'],
  '4.1': ['df329d70-87b0-466b-a214-3431f36e2a5e', 'protect ICT devices'],
  '4.2': ['33a82b83-c838-4889-ae62-fae1317481eb', 'protect personal data and privacy'],
  '4.3': ['d1ed5b3a-cab5-4c5d-baf8-0214998b58fb', 'protect health and well-being while using digital technologies'],
  '4.4': ['c4ba12d1-4698-42fa-8abb-789462ea2586', 'protect the environment from the impact of the digital technologies'],
  '5.1': ['14832d87-2f2f-4895-b290-e4760ebae42a', 'solve technical problems'],
  '5.2': ['42fcf80d-7b45-40f3-bd2f-5411c4c0dfa0', 'identify technological needs'],
  '5.3': ['1a4cc54f-1e53-442b-a6d2-1682dc8ef8f9', 'creatively use digital technologies'],
  '5.4': ['238343b1-7b51-42b3-a9ed-cf24d3a236e7', 'identify digital competence gaps'],
};

/** The skill of a competence by its DigComp code; undefined where ESCO has none. */
export function escoSkill(code: string): { readonly url: string; readonly name: { readonly fr: string; readonly en: string } } | undefined {
  const skill = Object.hasOwn(SKILLS, code) ? SKILLS[code] : undefined;
  return skill && { url: `${ESCO.address}${skill[0]}`, name: { fr: findCompetence(code)?.name.fr ?? skill[1], en: skill[1] } };
}
