/** Where an issuer's documents stand, below its address, and what each may be. */
export const ROOMS = [
  { path: 'profile.json', name: 'Profile', type: 'application/ld+json', summary: 'The issuer (Open Badges 3.0 §B.1.21).' },
  { path: 'did.json', name: 'Did', type: 'application/did+ld+json', summary: 'The issuer’s keys (https://www.w3.org/TR/did-1.0/), old ones included.' },
  { path: 'status/{name}', name: 'Status', type: 'application/vc', summary: 'A signed list of which badges were taken back (https://www.w3.org/TR/vc-bitstring-status-list/).' },
  { path: 'revocations/{name}', name: 'Revocations', type: 'application/json', summary: 'Taken-back badges by name (https://www.imsglobal.org/spec/vcrl/v1p0/), for older readers.' },
  { path: 'achievements/{name}', name: 'Achievement', type: 'application/ld+json', summary: 'What a badge is given for (Open Badges 3.0 §B.1.1).' },
  { path: 'ob2/issuer.json', name: 'Ob2Issuer', type: 'application/ld+json', summary: 'The issuer, for readers of Open Badges 2.0.' },
  { path: 'ob2/badges/{name}', name: 'Ob2Badge', type: 'application/ld+json', summary: 'A hosted assertion, for readers of Open Badges 2.0.' },
  { path: 'ob2/achievements/{name}', name: 'Ob2Achievement', type: 'application/ld+json', summary: 'A badge class, for readers of Open Badges 2.0.' },
] as const;
export type Room = (typeof ROOMS)[number];
export type RoomPath = Room['path'];

