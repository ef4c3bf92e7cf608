/** French puts a space that never breaks before ? ! : ; » and after «: typed as ordinary spaces here, set once for all. */
const typeset = (fr: string): string => fr.replace(/ (?=[?!:;»])|(?<=«) /g, '\u00a0');

/** Both languages of the content side by side, so that one is not changed without the other. */
export const t = (fr: string, en: string): { readonly fr: string; readonly en: string } => ({ fr: typeset(fr), en });
