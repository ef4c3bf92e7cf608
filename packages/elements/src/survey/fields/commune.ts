import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { combobox, type ComboOption } from './combobox.ts';
import type { CommuneEntry, Drawer } from './context.ts';
import { controlId, describedBy, renderLabelled } from './frame.ts';
import { keep } from './keep.ts';

const label = (commune: CommuneEntry): string => `${commune.name} (${commune.code})`;

/** One commune of the territory, by its name or its postcode. Without a territory, its INSEE code. */
export const renderCommune: Drawer = (node, context) => {
  const { territory, t } = context;
  const value = typeof node.value === 'string' ? node.value : '';
  const invalid = node.errors.length > 0;
  if (!territory) {
    const hint = t('communeCodeHint');
    return renderLabelled(node, context, html`<input class="input" part="input" type="text" id=${controlId(node)} placeholder="59350" maxlength="5"
      .value=${keep(node.value, (text: string) => text.trim() || undefined, () => value)} ?readonly=${!node.enabled} aria-required=${ifDefined(node.required ? 'true' : undefined)}
      aria-invalid=${ifDefined(invalid ? 'true' : undefined)} aria-describedby=${ifDefined(describedBy(node, hint))}
      @input=${(event: Event) => { node.setValue((event.target as HTMLInputElement).value.trim() || undefined); }}>`, hint);
  }
  const chosen = territory.byCode(value);
  const hint = node.description ? '' : t('communeHint');
  const option = (commune: CommuneEntry): ComboOption => ({
    key: commune.code, text: label(commune), ...(commune.postcodes?.length ? { detail: commune.postcodes.join(', ') } : {}),
  });
  const find = (query: string): readonly CommuneEntry[] => {
    const text = query.trim();
    if (!text) return territory.communes;
    const named = chosen && text === label(chosen) ? chosen : territory.byCode(/\((\w{5})\)$/.exec(text)?.[1] ?? '');
    return named ? [named] : /^\d{5}$/.test(text) && territory.byPostcode(text).length > 0 ? territory.byPostcode(text) : territory.search(text, 50);
  };
  return renderLabelled(node, context, combobox({
    id: controlId(node),
    context,
    text: chosen ? label(chosen) : value,
    placeholder: '',
    required: node.required,
    invalid,
    enabled: node.enabled,
    describedBy: describedBy(node, hint),
    options: (query) => find(query).map(option),
    choose: ({ key }) => { node.setValue(key); },
    clear: () => { node.setValue(undefined); },
    leave: (text) => { node.setValue(text); },
  }), hint);
};
