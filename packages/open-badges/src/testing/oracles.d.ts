/** What the tests call of the reference libraries: they ship no types. */
declare module '@digitalbazaar/vc' {
  export function issue(options: { credential: object; suite: object; documentLoader: unknown }): Promise<Record<string, never>>;
  export function verifyCredential(options: { credential: object; suite: object | object[]; documentLoader: unknown; now?: Date; checkStatus?: unknown }): Promise<{ verified: boolean }>;
}
declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: { signer?: unknown; cryptosuite: unknown; date?: string }) => object;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): unknown;
  export function createVerifyCryptosuite(): unknown;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export const Ed25519Signature2020: new (options: { signer?: unknown; key?: unknown; date?: string }) => object;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(options?: object): Promise<{ publicKeyMultibase: string; id: string; controller: string; signer(): unknown; export(options: object): Promise<object> }>;
  export function from(key: object): Promise<{ export(options: object): Promise<object> }>;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export function generate(options: { curve: string }): Promise<{ publicKeyMultibase: string; id: string; controller: string; signer(): unknown; export(options: object): Promise<object> }>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export const checkStatus: unknown;
}
