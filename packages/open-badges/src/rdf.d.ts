/** The parts of `jsonld` and `rdf-canonize` that this package calls: they ship no types. */
declare module 'rdf-canonize' {
  import type { Quad } from './proof/quads.ts';
  export interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly messageDigestAlgorithm: 'SHA-256' | 'SHA-384';
    readonly maxWorkFactor: number;
    readonly signal: AbortSignal;
  }
  export function canonize(dataset: readonly Quad[], options: CanonizeOptions): Promise<string>;
}

declare module 'jsonld' {
  interface Options {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly safe: true;
    readonly documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;
    readonly canonizeOptions: { readonly messageDigestAlgorithm: 'SHA-256' | 'SHA-384'; readonly maxWorkFactor: number; readonly signal: AbortSignal };
  }
  const jsonld: { canonize(document: object, options: Options): Promise<string> };
  export default jsonld;
}
