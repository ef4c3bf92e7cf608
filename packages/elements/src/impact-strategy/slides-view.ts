/** The strategy as a deck: one slide at a time on the screen, all of them on paper. */
import { type Slide, slidesOf } from '@assembleurs/commons/strategy/slides';
import { html, nothing } from 'lit';
import type { StrategyContext } from './context.ts';

function renderSlide(slide: Slide): unknown {
  if (slide.kind === 'cover') return html`<h3 class="cover">${slide.title}</h3>`;
  if (slide.kind === 'list') return html`<h3>${slide.title}</h3><ul class="marks">${slide.lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  return html`<h3>${slide.title}</h3><table class="slide-table"><thead><tr>${slide.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${slide.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell.map((line) => html`<p>${line}</p>`)}</td>`)}</tr>`)}</tbody></table>`;
}

export function renderSlides(context: StrategyContext, downloadDeck: () => void): unknown {
  const { words: { t, lang }, strategy, actions, looking, look, say } = context;
  const slides = slidesOf(strategy, { locale: lang, actions });
  const all = slides.length;
  const at = Math.min(looking.slide, all - 1);
  const slide = slides[at];
  if (!slide) return nothing;
  const go = (to: number): void => {
    const next = Math.min(Math.max(to, 0), all - 1);
    if (next === at) {
      say(t(to < 0 ? 'firstSlide' : 'lastSlide'));
      return;
    }
    look({ slide: next });
    say(t('slideOf', { at: next + 1, all }));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowRight: at + 1, PageDown: at + 1, ArrowLeft: at - 1, PageUp: at - 1, Home: 0, End: all - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const full = (event: Event): void => {
    const stage = (event.currentTarget as Element).closest('.deck');
    stage?.requestFullscreen().then(() => stage.querySelector<HTMLElement>('.stage')?.focus(), () => undefined); // a frame without the right to do it: the slide stays where it is
  };
  return html`<section class="deck screen" part="slides" @keydown=${press}>
      <div class="stage" tabindex="0" role="group" aria-roledescription=${t('slideRegion')} aria-label=${t('slideOf', { at: at + 1, all })} data-focus="slide">${renderSlide(slide)}</div>
      <div class="row"><button type="button" class="secondary" part="button" ?disabled=${at === 0} @click=${() => { go(at - 1); }}>${t('previous')}</button><button type="button" class="primary" part="button button-primary" ?disabled=${at === all - 1} @click=${() => { go(at + 1); }}>${t('next')}</button>
        <span class="soft">${t('slideOf', { at: at + 1, all })}</span>${document.fullscreenEnabled ? html`<button type="button" class="plain" part="button" @click=${full}>${t('fullScreen')}</button>` : nothing}<button type="button" class="plain" part="button" @click=${downloadDeck}>${t('deckFile')}</button></div>
      <p class="soft">${t('slideKeys')}</p></section>
    <div class="on-paper" aria-hidden="true">${slides.map((each) => html`<div class="sheet-of-paper">${renderSlide(each)}</div>`)}</div>`;
}
