/** What the desk works with: the issuing package and the programme's badges. They load once, before it opens: a page that only shows it waits for neither. */
type Tools = typeof import('@assembleurs/open-badges/issue') & typeof import('@assembleurs/commons/content/badges');

let loaded: Tools | undefined;

export async function loadTools(): Promise<Tools> {
  if (loaded) return loaded;
  const [issue, badges] = await Promise.all([import('@assembleurs/open-badges/issue'), import('@assembleurs/commons/content/badges')]);
  return (loaded ??= { ...issue, ...badges });
}

/** Only what the open desk calls uses them. */
export function tools(): Tools {
  if (!loaded) throw new Error('the desk opens once its tools are there');
  return loaded;
}
