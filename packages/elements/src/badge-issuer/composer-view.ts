/** The badge's picture: composed, or a file of one's own. */
import type { Pictogram, Shape } from '@assembleurs/commons/content/badges';
import { html, nothing } from 'lit';
import type { Desk } from './desk.ts';
import { emptyDesign } from './designs.ts';
import { renderField, renderFile } from './field.ts';
import type { Design } from './model.ts';
import { readPicture } from './picture-file.ts';
import { tools } from './tools.ts';

/** Non-text contrast, WCAG 2.2 1.4.11. */
const LEAST_CONTRAST = 3;

function renderSelect<Value extends string>(id: string, label: string, value: Value, choices: Readonly<Record<Value, { readonly name: { readonly fr: string; readonly en: string } }>>, lang: 'fr' | 'en', choose: (value: Value) => void): unknown {
  return html`<div class="field"><label for=${id}>${label}</label><select class="input" id=${id} @change=${(event: Event) => { choose((event.target as HTMLSelectElement).value as Value); }}>
    ${(Object.keys(choices) as Value[]).map((each) => html`<option value=${each} ?selected=${each === value}>${choices[each].name[lang]}</option>`)}</select></div>`;
}

/** The picture that is there stays when this one cannot carry a badge. */
async function takeImage(file: File, desk: Desk): Promise<void> {
  const read = await readPicture(file);
  if ('problem' in read) {
    desk.pictureProblem = read.problem;
    desk.host.requestUpdate();
    return;
  }
  desk.pictureProblem = undefined;
  // One that is too heavy is told like any other problem of the design.
  desk.tried.add('what');
  desk.setDesign({ picture: { kind: 'image', address: read.address, name: file.name } });
}

export function renderComposer(design: Design, desk: Desk): unknown {
  const { words } = desk.host;
  const { t, lang } = words;
  const { picture } = design;
  const drawn = picture.kind === 'drawn' ? picture : undefined;
  const change = (changes: Partial<{ shape: Shape; pictogram: Pictogram; colour: string; ground: string; text: string }>): void => { if (drawn) desk.setDesign({ picture: { ...drawn, ...changes } }); };
  const pale = drawn && tools().contrast(drawn.colour, drawn.ground) < LEAST_CONTRAST;
  const back = (): void => { desk.setDesign({ picture: emptyDesign(design.language).picture }); };
  return html`<details><summary>${t('pictureTitle')}</summary><div class="stack">
    ${drawn ? html`<div class="grid">
        ${renderSelect('asb-shape', t('shape'), drawn.shape, tools().SHAPES, lang, (shape) => { change({ shape }); })}
        ${renderSelect('asb-pictogram', t('pictogram'), drawn.pictogram, tools().PICTOGRAMS, lang, (pictogram) => { change({ pictogram }); })}
        ${renderField({ name: 'colour', label: t('colour'), value: drawn.colour, type: 'color', required: true, input: (colour) => { change({ colour }); } }, words)}
        ${renderField({ name: 'ground', label: t('ground'), value: drawn.ground, type: 'color', required: true, input: (ground) => { change({ ground }); } }, words)}
      </div>
      ${pale ? html`<p class="warn"><strong>${t('pale')}</strong></p>` : nothing}
      ${renderField({ name: 'pictureText', label: t('pictureText'), value: drawn.text, help: t('pictureTextHelp', { max: tools().MOST_LETTERS }), input: (text) => { change({ text }); } }, words)}`
      : html`<p>${t('imageFile', { name: picture.kind === 'image' ? picture.name : '' })} <button type="button" class="plain" part="button" @click=${back}>${t('compose')}</button></p>`}
    <p class="soft">${t('imageHelp')}</p>
    ${desk.pictureProblem ? html`<p class="error" role="alert">${desk.pictureProblem.text[lang]}</p>` : nothing}
    ${renderFile('asb-image', t('imageChoose'), '.png,.svg,image/png,image/svg+xml', (file) => { void takeImage(file, desk); })}
  </div></details>`;
}
