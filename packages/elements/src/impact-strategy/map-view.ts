/** The impact map: one list in a list, drawn in columns where there is room, that keys and buttons change in place. */
import { below, type Branch, flat, MAP_KINDS, outlineOf, placeOf, strategyText } from '@assembleurs/commons/strategy';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ADDING, type Adding, type StrategyContext } from './context.ts';
import { renderInline } from './inline-field.ts';
import { onKey } from './map-keys.ts';
import { addAfter, addUnder, choose, itemSelector, keepAdding, levelOf, remove, shift, shiftedAdding, startAdding, startEditing } from './map-moves.ts';
import { keepText } from './nodes-view.ts';
import { foldSign, sharedSign } from './signs.ts';

interface Drawing {
  readonly context: StrategyContext;
  readonly visible: readonly Branch[];
  readonly current: Branch | undefined;
}

/** Arrows go from a line that is being written to the one beside it. */
const beside = (visible: readonly Branch[], branch: Branch | undefined, key: string): Branch | undefined =>
  (branch ? visible[visible.indexOf(branch) + (key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : Number.NaN)] : undefined);

function renderEditor(branch: Branch, { context, visible }: Drawing): unknown {
  const { words: { t, names }, look, focusOn } = context;
  const { node } = branch;
  const key = `map ${placeOf(branch)}`;
  return renderInline({
    key, label: t('editName', { kind: names.kinds[node.kind] }), text: node.text, keep: (text) => keepText(node, text, context),
    close: (how) => {
      look({ editing: '' });
      if (how === 'enter') addAfter(branch, context);
      else if (how === 'escape') focusOn(itemSelector(placeOf(branch)));
    },
    press: (event, text) => {
      const next = beside(visible, branch, event.key);
      if (next) {
        if (text !== node.text) keepText(node, text, context);
        context.drafts.delete(key);
        startEditing(next, context);
        return true;
      }
      if (event.key !== 'Tab' || event.ctrlKey || event.altKey) return false;
      context.drafts.delete(key);
      shift(branch, event.shiftKey ? 'out' : 'in', context, text || node.text);
      return true;
    },
  }, context);
}

function renderAdding(adding: Adding, { context, current }: Drawing): unknown {
  const { words: { t, names, lang }, look, focusOn, drafts } = context;
  let kept = false;
  const item = renderInline({
    key: ADDING, label: t('addName', { kind: names.kinds[adding.kind] }), text: '',
    keep: (text) => {
      const added = keepAdding(adding, text, context);
      if (added) look({ selected: placeOf(added), adding: { ...adding, after: added.node.id } });
      return kept = added !== undefined;
    },
    close: (how) => {
      // Enter goes on with the next line; an empty one ends it.
      if (how === 'enter' && kept) {
        focusOn('[data-editor]');
        return;
      }
      look({ adding: undefined });
      if (how !== 'leave') focusOn(current ? itemSelector(placeOf(current)) : '[data-focus=first]');
    },
    press: (event, text) => {
      if (event.key === 'ArrowUp' && current) {
        if (text !== '') keepAdding(adding, text, context);
        drafts.delete(ADDING);
        startEditing(current, context);
        return true;
      }
      if (event.key !== 'Tab' || event.ctrlKey || event.altKey) return false;
      const moved = shiftedAdding(adding, event.shiftKey ? 'out' : 'in', context);
      if (typeof moved === 'string') context.say(strategyText(moved, lang));
      else startAdding(moved, context);
      return true;
    },
  }, context);
  return html`<li role="none" class="level-${levelOf(adding.kind)} new"><div class="node editing"><span class="kind">${names.kinds[adding.kind]}</span>${item}</div></li>`;
}

function renderBranch(branch: Branch, drawing: Drawing): TemplateResult {
  const { context, current } = drawing;
  const { words: { t, names }, looking, readonly, look } = context;
  const { node, again, children, parent } = branch;
  const place = placeOf(branch);
  const kind = names.kinds[node.kind];
  const folded = looking.folded.has(place);
  const open = !folded && !again;
  const here = open && looking.adding?.parent === node.id;
  const editing = looking.editing === place && !readonly;
  const stray = parent === undefined && levelOf(node.kind) > 0;
  const toggle = (event: Event): void => {
    event.stopPropagation();
    const next = new Set(looking.folded);
    if (!next.delete(place)) next.add(place);
    look({ folded: next });
  };
  const click = (event: Event): void => {
    event.stopPropagation();
    if (current === branch && looking.selected === place) startEditing(branch, context);
    else choose(branch, context);
  };
  const group = `under-${place.replace(/\W+/g, '-')}`;
  const grows = (open && children.length > 0) || here;
  return html`<li role="none" class="level-${levelOf(node.kind)}">
    <div role="treeitem" class="node ${again ? 'again' : ''} ${current === branch ? 'current' : ''} ${editing ? 'editing' : ''}" data-place=${place} tabindex=${current === branch && !editing ? 0 : -1} aria-level=${branch.depth + 1} aria-selected=${current === branch ? 'true' : 'false'}
      aria-expanded=${children.length > 0 ? (folded ? 'false' : 'true') : nothing} aria-owns=${grows ? group : nothing} @click=${click}><span class="kind">${kind}</span>
      ${editing ? renderEditor(branch, drawing) : html`<span class="words">${again ? sharedSign : nothing}${node.text}</span>`}
      ${again ? html`<span class="soft">${t('again')}</span>` : nothing}${stray ? html`<span class="soft">${t('stray')}</span>` : nothing}
      ${children.length > 0 ? html`<span class="fold ${folded ? '' : 'unfolded'}" @click=${toggle}>${foldSign}${folded ? html`<span class="soft">${t('foldedCount', { count: flat(children).length })}</span>` : nothing}</span>` : nothing}</div>
    ${grows ? html`<ul role="group" id=${group}>${renderRow(children, looking.adding, here, drawing)}</ul>` : nothing}
  </li>`;
}

/** The branches of one parent, with the line that is being added among them. */
function renderRow(branches: readonly Branch[], adding: Adding | undefined, here: boolean, drawing: Drawing): unknown {
  const at = here && adding ? branches.findIndex(({ node }) => node.id === adding.after) : -1;
  const parts = repeat(branches.slice(0, at < 0 ? branches.length : at + 1), placeOf, (branch) => renderBranch(branch, drawing));
  return html`${parts}${here && adding ? renderAdding(adding, drawing) : nothing}${at < 0 ? nothing : repeat(branches.slice(at + 1), placeOf, (branch) => renderBranch(branch, drawing))}`;
}

function renderTools({ context, visible, current }: Drawing): unknown {
  const { words: { t, names }, readonly, opens, looking, look, open } = context;
  const layouts = html`<div class="row layouts" role="group" aria-label=${t('layout')}>
    ${(['map', 'list'] as const).map((each) => html`<button type="button" class="view side" part="button" aria-pressed=${looking.layout === each ? 'true' : 'false'} @click=${() => { look({ layout: each }); }}>${t(each === 'map' ? 'asMap' : 'asList')}</button>`)}
    <button type="button" class="plain small" part="button" @click=${() => { look({ folded: looking.folded.size > 0 ? new Set() : new Set(flat(outlineOf(context.strategy)).filter(({ children }) => children.length > 0).map(placeOf)) }); }}>${t(looking.folded.size > 0 ? 'unfoldAll' : 'foldAll')}</button></div>`;
  const under = current && !current.again ? below(current.node.kind) : undefined;
  const act = (label: string, work: (branch: Branch) => void): unknown => html`<button type="button" class="secondary small" part="button" ?disabled=${!current} @click=${() => { if (current) work(current); }}>${label}</button>`;
  const details = opens ? act(t('details'), (branch) => { open(branch.node.id, itemSelector(placeOf(branch))); }) : nothing;
  if (readonly) return html`<div class="map-tools">${layouts}${opens ? html`<div class="row tools" role="group" aria-label=${t('tools')}>${details}</div>` : nothing}</div>`;
  return html`<div class="map-tools">${layouts}<div class="row tools" role="group" aria-label=${t('tools')}>
    ${current ? html`<button type="button" class="primary small" part="button button-primary" @click=${() => { addAfter(current, context); }}>${t('addKind', { kind: names.kinds[current.node.kind] })}</button>` : html`<button type="button" class="primary small" part="button button-primary" data-focus="first" @click=${() => { startAdding({ kind: 'objective', parent: undefined, after: undefined }, context); }}>${t('addKind', { kind: names.kinds.objective })}</button>`}
    ${under ? html`<button type="button" class="primary small" part="button button-primary" @click=${() => { if (current) addUnder(current, context); }}>${t('addKind', { kind: names.kinds[under] })}</button>` : nothing}
    ${act(t('edit'), (branch) => { startEditing(branch, context); })}${details}
    <details class="menu"><summary class="small">${t('move')}</summary><div class="menu-body row">${act(t('up'), (branch) => { shift(branch, 'up', context); })}${act(t('down'), (branch) => { shift(branch, 'down', context); })}
    ${act(t('out'), (branch) => { shift(branch, 'out', context); })}${act(t('in'), (branch) => { shift(branch, 'in', context); })}</div></details>
    ${act(t('remove'), (branch) => { remove(branch, visible, context); })}</div>
    <details class="keys"><summary>${t('keysTitle')}</summary><p class="soft" id="keys">${t('keys')}</p></details></div>`;
}

export function renderMap(context: StrategyContext): unknown {
  const { words: { t, names }, looking, strategy, readonly } = context;
  const branches = outlineOf(strategy);
  const visible = flat(branches, looking.folded);
  const current = visible.find((branch) => placeOf(branch) === looking.selected) ?? visible[0];
  const drawing: Drawing = { context, visible, current };
  const top = looking.adding !== undefined && looking.adding.parent === undefined;
  return html`${renderTools(drawing)}
    <div class="scroll" part="map" role="region" tabindex="0" aria-label=${t('mapRegion')}><div class="map ${looking.layout}">
      <div class="heads" aria-hidden="true">${MAP_KINDS.map((kind) => html`<div><strong>${names.questions[kind]}</strong> <span class="soft">${names.plurals[kind]}</span></div>`)}</div>
      <ul role="tree" aria-label=${t('tree')} aria-describedby=${readonly ? nothing : 'keys'} @keydown=${(event: KeyboardEvent) => { onKey(event, visible, current, context); }}>${renderRow(branches, looking.adding, top, drawing)}</ul>
    </div></div>`;
}
