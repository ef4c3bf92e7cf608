/** The documents of an issuer: where each stands below its address, and what may happen to it. */
interface Kind {
  readonly path: string;
  /** Ends the names of its operations. */
  readonly name: string;
  readonly type: string;
  readonly summary: string;
  /** Put there with the issuer itself, never alone. */
  readonly withIssuer?: true;
  /** Of two, the one that was signed last stands. */
  readonly dated?: true;
  /** Says which badges were taken back: what it took back stays so, unless whoever publishes says otherwise. */
  readonly takesBack?: true;
  /** Keys, and the list that says what was taken back, never go alone: every badge would fall with them. */
  readonly erasable?: true;
}

export const DOCUMENTS = [
  { path: 'profile.json', name: 'Profile', type: 'application/ld+json', summary: 'The issuer (Open Badges 3.0 §B.1.21).', withIssuer: true },
  { path: 'did.json', name: 'Did', type: 'application/did+ld+json', summary: 'The issuer’s keys (https://www.w3.org/TR/did-1.0/), old ones included.' },
  { path: 'status/{name}', name: 'Status', type: 'application/vc', summary: 'A signed list of which badges were taken back (https://www.w3.org/TR/vc-bitstring-status-list/).', dated: true, takesBack: true },
  { path: 'revocations/{name}', name: 'Revocations', type: 'application/json', summary: 'Taken-back badges by name (https://www.imsglobal.org/spec/vcrl/v1p0/), for older readers.', takesBack: true },
  { path: 'achievements/{name}', name: 'Achievement', type: 'application/ld+json', summary: 'What a badge is given for (Open Badges 3.0 §B.1.1).', erasable: true },
  { path: 'ob2/issuer.json', name: 'Ob2Issuer', type: 'application/ld+json', summary: 'The issuer, for readers of Open Badges 2.0.' },
  { path: 'ob2/badges/{name}', name: 'Ob2Badge', type: 'application/ld+json', summary: 'A hosted assertion, for readers of Open Badges 2.0.', takesBack: true, erasable: true },
  { path: 'ob2/achievements/{name}', name: 'Ob2Achievement', type: 'application/ld+json', summary: 'A badge class, for readers of Open Badges 2.0.', erasable: true },
] as const satisfies readonly Kind[];
export type DocumentPath = (typeof DOCUMENTS)[number]['path'];
export type DocumentKind = Kind & { readonly path: DocumentPath };
