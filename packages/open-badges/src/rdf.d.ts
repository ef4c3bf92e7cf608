/** The parts of `jsonld` and `rdf-canonize` that this package calls: they ship no types. */
declare module 'rdf-canonize' {
  import type { Quad } from './proof/quads.ts';
  export interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly messageDigestAlgorithm?: 'SHA-256' | 'SHA-384';
    readonly maxWorkFactor?: number;
    readonly signal?: AbortSignal;
  }
  const rdfCanonize: { canonize(dataset: readonly Quad[], options: CanonizeOptions): Promise<string> };
  export default rdfCanonize;
}

declare module 'jsonld' {
  import type { Quad } from './proof/quads.ts';
  interface Options {
    readonly safe: true;
    readonly documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;
  }
  const jsonld: {
    toRDF(document: object, options: Options & { readonly produceGeneralizedRdf: false }): Promise<Quad[]>;
    canonize(document: object, options: Options & { readonly algorithm: 'RDFC-1.0'; readonly format: 'application/n-quads' }): Promise<string>;
  };
  export default jsonld;
}
