/** Values for the `{name}` places of a message; `count` also chooses between one and several. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** A catalogue's look-up: `t('maxLength', { count: 200 })`. */
export type Translator<Key extends string> = (key: Key, params?: MessageParams) => string;

/** The look-up over one catalogue. A message `one|several` is decided by the language's plural of `count`. */
export function translator<Key extends string>(catalogue: Readonly<Record<Key, string>>, lang: string): Translator<Key> {
  let plural: Intl.PluralRules | undefined;
  return (key, params = {}) => {
    const [one, several] = catalogue[key].split('|') as [string, string?];
    const message = several === undefined || (plural ??= new Intl.PluralRules(lang)).select(Number(params.count)) === 'one' ? one : several;
    return message.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
  };
}
