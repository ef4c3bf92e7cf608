import { html } from 'lit';

/** A button that opens a file chooser, reachable as any button. */
export function fileButton(label: string, accept: string, take: (file: File) => void): unknown {
  const change = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file) take(file);
  };
  return html`<span class="file"><input class="vh" type="file" accept=${accept} tabindex="-1" aria-hidden="true" @change=${change}>
    <button type="button" class="secondary" part="button" @click=${({ currentTarget }: Event) => { ((currentTarget as Element).previousElementSibling as HTMLInputElement).click(); }}>${label}</button></span>`;
}
