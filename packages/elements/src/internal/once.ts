/** Made at its first use, and kept: a format of dates takes a slow machine 20 ms, and most pages show none of them. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => (made ??= { it: make() }).it;
}
