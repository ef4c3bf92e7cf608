import { html } from 'lit';
import { combobox } from './combobox.ts';
import { communeText, type Drawer } from './context.ts';
import { renderLabelled, says, written } from './frame.ts';
import { keep } from './keep.ts';

/** One commune of the territory, by its name or its postcode. Without a territory, its INSEE code. */
export const renderCommune: Drawer = (node, context) => {
  const { territory, t } = context;
  const value = typeof node.value === 'string' ? node.value : '';
  const hint = node.enabled ? t(territory ? 'communeHint' : 'communeCodeHint') : '';
  const parse = (text: string): unknown => text.trim() || undefined;
  if (!territory) {
    return renderLabelled(node, context, html`<input class="input short" part="input" .value=${keep(node.value, parse, () => value)}
      ${says(node, hint)}
      @input=${written((text) => { node.setValue(parse(text)); })}>`, hint);
  }
  const chosen = territory.byCode(value);
  return renderLabelled(node, context, combobox({
    node, context, hint, placeholder: '',
    text: chosen ? communeText(chosen) : value,
    options: (query) => {
      const code = /\((\w{5})\)$/.exec(query)?.[1];
      const named = code ? territory.byCode(code) : undefined;
      const found = named ? [named] : query ? territory.search(query, 50) : territory.communes;
      const names = new Map<string, number>();
      for (const { name } of found) names.set(name, (names.get(name) ?? 0) + 1);
      // Beside postcodes, an INSEE code looks like one more: only where names are alike.
      return found.map((commune) => ({
        key: commune.code, text: names.get(commune.name) === 1 ? commune.name : communeText(commune), detail: commune.postcodes?.join(', '),
      }));
    },
    choose: ({ key }) => { node.setValue(key); },
    clear: (left) => { node.setValue(left); },
  }), hint);
};
