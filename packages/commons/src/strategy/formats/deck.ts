/**
 * The strategy as one HTML file that needs nothing else: a deck to show, to print (A4, one slide a page), to put on La Base. Without its script
 * the slides follow each other down the page.
 */
import type { Strategy } from '../model.ts';
import { type Slide, type SlidesOptions, slidesOf } from '../slides.ts';
import { formatWord, type FormatWord } from './words.ts';

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What people typed is text, never markup. */
const escape = (text: string): string => text.replace(/[&<>"']/g, (each) => ESCAPED[each] ?? each);

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1b2056, #eceefb); --brand: light-dark(#252d80, #a9b4ff); --line: light-dark(#c9cde2, #3a3f6b); --paper: light-dark(#fff, #14162e); --tint: light-dark(#e0f3f9, #173342); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--tint); color: var(--ink); font: 1.125rem/1.45 system-ui, sans-serif; }
section:focus { outline: none; }
section { background: var(--paper); margin: 24px auto; padding: 40px 48px; max-width: 1200px; min-height: 60vh; border-top: 8px solid #ff4114; display: flex; flex-direction: column; gap: 20px; }
h1 { margin: auto 0; font-size: clamp(2rem, 6vw, 4rem); line-height: 1.1; color: var(--brand); text-wrap: balance; }
h2 { margin: 0; font-size: clamp(1.4rem, 3vw, 2.2rem); line-height: 1.2; color: var(--brand); text-wrap: balance; }
ul { margin: 0; padding-left: 1.2em; } li + li { margin-top: .3em; }
table { width: 100%; border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { font-size: .9rem; } td p { margin: 0; } td p + p { margin-top: .35em; } .scroll { overflow-x: auto; }
footer { margin-top: auto; font-size: .9rem; } nav { position: fixed; right: 16px; bottom: 16px; display: none; gap: 8px; }
button { font: inherit; font-weight: 600; min-height: 44px; min-width: 44px; padding: 8px 16px; border: 2px solid; border-radius: 8px; background: var(--paper); color: var(--brand); cursor: pointer; }
button:focus-visible { outline: 3px solid #0a66ff; outline-offset: 2px; }
.deck nav { display: flex; } .deck section { margin: 0; max-width: none; min-height: 100vh; padding: 4vh 5vw 80px; } .deck section:not(.shown) { display: none; }
@media (max-width: 40rem) { section { padding: 24px 20px; } }
@media print { @page { size: A4 landscape; margin: 0; } :root { color-scheme: light; } body { background: none; } nav { display: none !important; } .deck section, section { display: flex !important; margin: 0; max-width: none; min-height: 0; height: 100vh; padding: 12mm 15mm; break-after: page; } section:last-of-type { break-after: auto; } }
`;

/** No dependency, no request: arrows, Page Up and Down, Home, End, F. */
const SCRIPT = `
const slides = [...document.querySelectorAll('section')], [back, on, full] = document.querySelectorAll('button');
let at = Math.min(Math.max(Number(location.hash.slice(1)) - 1 || 0, 0), slides.length - 1);
const show = (next) => { at = Math.min(Math.max(next, 0), slides.length - 1); slides.forEach((slide, place) => slide.classList.toggle('shown', place === at)); back.disabled = at === 0; on.disabled = at === slides.length - 1; slides[at].focus({ preventScroll: true }); scrollTo(0, 0); try { history.replaceState(null, '', '#' + (at + 1)); } catch {} };
const screen = () => { if (document.fullscreenElement) document.exitFullscreen(); else document.documentElement.requestFullscreen?.().catch(() => {}); };
back.onclick = () => show(at - 1); on.onclick = () => show(at + 1); full.onclick = screen; full.hidden = !document.fullscreenEnabled;
addEventListener('keydown', (event) => { if (event.ctrlKey || event.metaKey || event.altKey) return; const to = { ArrowRight: at + 1, PageDown: at + 1, ArrowLeft: at - 1, PageUp: at - 1, Home: 0, End: slides.length - 1 }[event.key]; if (to !== undefined) { event.preventDefault(); show(to); } else if (event.key === 'f' || event.key === 'F') screen(); });
document.body.classList.add('deck'); show(at);
`;

function body(slide: Slide): string {
  if (slide.kind === 'cover') return `<h1>${escape(slide.title)}</h1>`;
  const title = `<h2>${escape(slide.title)}</h2>`;
  if (slide.kind === 'list') return `${title}<ul>${slide.lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`;
  const rows = slide.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell.map((line) => `<p>${escape(line)}</p>`).join('')}</td>`).join('')}</tr>`).join('');
  return `${title}<div class="scroll" tabindex="0" role="region" aria-label="${escape(slide.title)}"><table><thead><tr>${slide.heads.map((head) => `<th scope="col">${escape(head)}</th>`).join('')}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

export function strategyToDeck(strategy: Strategy, options: SlidesOptions = {}): string {
  const locale = /^en\b/i.test(options.locale ?? 'fr') ? 'en' : 'fr';
  const t = (key: FormatWord, params?: Readonly<Record<string, string | number>>): string => escape(formatWord(key, locale, params));
  const slides = slidesOf(strategy, { ...options, locale });
  const sections = slides.map((slide, at) => `<section tabindex="-1" aria-label="${t('page', { at: at + 1, all: slides.length })}">${body(slide)}<footer>${t('page', { at: at + 1, all: slides.length })}</footer></section>`);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escape(strategy.name) || t('strategy')}</title><meta name="description" content="${t('strategy')}"><style>${STYLE}</style></head>
<body><main>${sections.join('\n')}</main><nav aria-label="${t('keys')}"><button type="button">${t('previous')}</button><button type="button">${t('next')}</button><button type="button">${t('fullScreen')}</button></nav><script>${SCRIPT}</script></body></html>
`;
}
