/** The whole report, drawn for paper alone: the same parts as in the files. */
import type { Block, Report } from '@assembleurs/commons/assessment/formats/report';
import { html, nothing } from 'lit';
import { webAddress } from '../internal/web-address.ts';
import type { Logo } from './output.ts';
import { renderRadar } from './radar-view.ts';

function renderBlock(block: Block): unknown {
  switch (block.kind) {
    case 'heading': return block.level === 2 ? html`<h3>${block.text}</h3>` : html`<h4>${block.text}</h4>`;
    case 'text': return block.text.split(/\n+/).map((line) => html`<p class=${block.soft ? 'soft' : ''}>${line}</p>`);
    case 'list': {
      const items = block.items.map((item) => html`<li>${item}</li>`);
      return block.ordered ? html`<ol class="sentences">${items}</ol>` : html`<ul class="plainlist">${items}</ul>`;
    }
    // Paper has no links: the address is what one can copy.
    case 'link': return html`<p>${block.text} <span class="soft">${block.url}</span></p>`;
    case 'radar': return html`${renderRadar(block.alt, block.axes.length, block.series)}<ol class="sentences soft">${block.axes.map((axis) => html`<li>${axis}</li>`)}</ol>`;
    case 'table': return html`<table><caption>${block.caption}</caption><thead><tr>${block.head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${block.rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((value) => html`<td>${value}</td>`)}</tr>`)}</tbody></table>`;
  }
}

export const renderPaper = ({ lang, title, subtitle, blocks }: Report, logos: readonly Logo[]): unknown => html`<article class="paper" lang=${lang} part="paper">
  ${logos.map(({ src, alt }) => {
    const url = webAddress(src) ?? (src.startsWith('data:image/') ? src : undefined);
    return url === undefined ? nothing : html`<img src=${url} alt=${alt}>`;
  })}
  <h2>${title}</h2><p class="soft">${subtitle}</p>${blocks.map(renderBlock)}</article>`;
