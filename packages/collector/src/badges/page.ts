/** One page, written by the server: nothing runs in it, nothing is asked elsewhere. */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language } from '../http/language.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString> | string;

const STYLE = `:root { color-scheme: light dark; }
body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif; color: CanvasText; background: Canvas; }
main { max-inline-size: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin-block: .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin-block: 2rem .5rem; }
p { margin-block: .5rem; overflow-wrap: anywhere; }
img { display: block; inline-size: 10rem; block-size: 10rem; object-fit: contain; }
.text { white-space: pre-wrap; }
.note { border-inline-start: .3rem solid #1c6b3a; padding: .25rem .75rem; }
.note.bad { border-color: #b3261e; }
label { display: block; font-weight: 600; margin-block-start: 1rem; }
input { font: inherit; inline-size: 100%; box-sizing: border-box; min-block-size: 2.75rem; padding: .4rem .6rem; border: 1px solid #6b7280; border-radius: .5rem; }
button, .file { font: inherit; font-weight: 600; display: inline-block; min-block-size: 2.75rem; box-sizing: border-box; padding: .5rem 1rem; margin-block: .5rem; border: 1px solid; border-radius: .5rem; }
button.main { background: #252d80; color: #fff; cursor: pointer; }
button.other { background: none; color: inherit; cursor: pointer; }
ul { list-style: none; padding: 0; }
ul.points { list-style: disc; padding-inline-start: 1.5rem; }
:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
@media (forced-colors: active) { button.main { forced-color-adjust: none; background: Highlight; color: HighlightText; } }`;

/** The style is known by its hash: no other can be put in. Pictures are inside the page. */
export const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

export const HEADERS = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Content-Security-Policy': POLICY } as const;

export async function page(language: Language, title: string, body: Html): Promise<string> {
  return String(await html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body><main>${body}</main></body>
</html>
`);
}
