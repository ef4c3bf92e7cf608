/**
 * Makes the badges of the demonstration (`packages/site/pages/badges/exemples`): fictitious, and saying so. Signed by the reference library
 * with keys that are thrown away at once; the issuer's identifier is kept in the page's list of known issuers.
 *
 *     npx node --conditions=source scripts/make-badges.ts
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { signer } from '../packages/open-badges/src/testing/badges.ts';

const FOLDER = path.resolve(import.meta.dirname, '../packages/site/pages/badges/exemples');
const OB3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** A hexagon in the hub's colours with two books, or another sign. */
const picture = (sign: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 88 88"><path d="M44 3 81 24v40L44 85 7 64V24Z" fill="#252d80"/><path d="M44 12 73 28.500v31L44 76 15 59.500v-31Z" fill="#e0f3f9"/>${sign}<circle cx="44" cy="67" r="4" fill="#ff4114"/></svg>`;
const BOOKS = '<path d="M28 30h14v26H28zM46 30h14v26H46z" fill="#252d80"/>';
const HANDS = '<path d="M28 34h32v6H28zM28 44h32v6H28z" fill="#252d80"/><circle cx="44" cy="26" r="5" fill="#252d80"/>';

interface Sample {
  readonly file: string;
  readonly name: string;
  readonly description: string;
  readonly criteria: string;
  readonly sign: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

const SAMPLES: readonly Sample[] = [
  {
    file: 'bibliotheque-partenaire',
    name: 'Bibliothèque partenaire',
    description: 'La bibliothèque accueille des opérateurs de médiation numérique et oriente les habitants vers eux. (Badge fictif, pour la démonstration.)',
    criteria: '- une **convention** est signée avec un opérateur ;\n- au moins *quatre permanences* ont eu lieu dans l’année ;\n- l’équipe sait vers qui orienter.',
    sign: BOOKS,
    more: { evidence: [{ type: ['Evidence'], name: 'Programme des permanences', narrative: 'Quatre permanences tenues au premier semestre.', genre: 'Compte rendu' }] },
  },
  {
    file: 'participation-retex',
    name: 'Participation à l’atelier RETEX',
    description: 'A partagé son expérience de coordination avec les autres territoires. (Badge fictif, pour la démonstration.)',
    criteria: 'Avoir présenté ses points saillants, ses difficultés et ses solutions.',
    sign: HANDS,
    more: { validFrom: '2024-05-12T08:00:00Z', validUntil: '2025-05-12T08:00:00Z' },
  },
];

const hub = await signer();
const stranger = await signer();
const issuer = (id: string, name: string) => ({ id, type: ['Profile'], name, url: 'https://hub.example/' });

function credential({ name, description, criteria, sign, more = {} }: Sample, by: object, index: number): object {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', OB3],
    id: `urn:uuid:8d5f3c1e-0000-4000-8000-00000000000${String(index)}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: by,
    validFrom: '2026-05-12T08:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'mediatheque@commune.example', identityType: 'emailAddress' }],
      achievement: {
        id: `urn:uuid:8d5f3c1e-0000-4000-8000-10000000000${String(index)}`,
        type: ['Achievement'],
        achievementType: 'Badge',
        name,
        description,
        criteria: { narrative: criteria },
        tag: ['inclusion numérique', 'coordination'],
        image: { id: `data:image/svg+xml;base64,${Buffer.from(picture(sign)).toString('base64')}`, type: 'Image', caption: name },
      },
    },
    ...more,
  };
}

const baked = (badge: string, sign: string): string =>
  picture(sign).replace('<path', `<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><![CDATA[${badge}]]></openbadges:credential><path`);

await mkdir(FOLDER, { recursive: true });
const save = (name: string, content: string | Buffer) => writeFile(path.join(FOLDER, name), content);
for (const [index, sample] of SAMPLES.entries()) {
  const badge = JSON.stringify(await hub.sign(credential(sample, issuer(hub.did, 'Hub de démonstration'), index)));
  await save(`${sample.file}.svg`, baked(badge, sample.sign));
  if (index > 0) continue;
  await save('modifie.json', badge.replace('Bibliothèque partenaire', 'Bibliothèque championne'));
  // The same words, under a key that anybody could have made.
  await save('emetteur-inconnu.json', JSON.stringify(await stranger.sign(credential(sample, issuer(stranger.did, 'Hub de démonstration'), 9))));
}
await save('emetteurs-connus.json', `${JSON.stringify([{ id: hub.did, name: 'Hub de démonstration' }], null, 2)}\n`);
