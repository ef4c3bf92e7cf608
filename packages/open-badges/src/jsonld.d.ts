/** The part of `jsonld` that this package calls: it ships no types. */
declare module 'jsonld' {
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly safe: true;
    readonly documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;
    readonly canonizeOptions: { readonly maxWorkFactor: number; readonly signal: AbortSignal };
  }
  const jsonld: { canonize(document: object, options: CanonizeOptions): Promise<string> };
  export default jsonld;
}
