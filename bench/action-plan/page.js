import { newAction, newPlan, STATUSES } from '@assembleurs/commons/plan';
import { Yjs } from '@assembleurs/commons/workspace';
import '@assembleurs/elements/define/action-plan.js';
import '@assembleurs/elements/define/commons.js';

const id = (n) => `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const day = (n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/** As a large territory has them: axes, parts, pilots, budgets, four steps each. */
const plan = (count, steps) => newPlan(id(0), {
  name: 'Plan', axes: Array.from({ length: 8 }, (_, n) => ({ id: `a${n}`, name: `Axe ${n}` })),
  actions: Array.from({ length: count }, (_, n) => newAction({
    id: id(n + 1), title: `Action ${n}, ouvrir un lieu et former les équipes`, axis: `a${n % 8}`, status: STATUSES[n % STATUSES.length], priority: ['Élevé', 'Moyen', 'Bas'][n % 3], pilots: [`Service ${n % 12}`, 'CCAS'], partners: ['Médiathèque'],
    description: 'Une phrase, puis une autre, pour dire ce qui sera fait et avec qui. '.repeat(4), start: day(n), end: day(n + 90), ...(n % 5 === 4 ? { parent: id(n) } : {}),
    budget: [{ unit: 'HT', year: 2027, planned: 1000 + n }], steps: Array.from({ length: steps }, (_, at) => ({ text: `Étape ${at}`, done: at % 2 === 0, due: day(n + at * 10) })),
    indicators: n % 4 === 0 ? [{ name: 'Personnes', unit: '', source: '', target: 60, values: [{ date: day(n), value: 10 }, { date: day(n + 30), value: 20 }] }] : [],
  })),
});

const frame = () => new Promise((done) => { requestAnimationFrame(done); });
const rest = () => new Promise((done) => { requestAnimationFrame(() => { setTimeout(done, 0); }); });

/** Script, style and layout of what a person did, in milliseconds. */
async function cost(element, act) {
  await rest();
  const start = performance.now();
  act();
  await element.updateComplete;
  await element.updateComplete;
  element.getBoundingClientRect();
  return performance.now() - start;
}

/** The longest time between two frames while the page scrolls from end to end, beyond what the display itself takes. */
async function scroll() {
  const height = document.documentElement.scrollHeight - innerHeight;
  const times = [];
  let last = await frame();
  for (let at = 1; at <= 90; at += 1) {
    scrollTo(0, (height * at) / 90);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  scrollTo(0, 0);
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
}

window.bench = async ({ count, steps, shared }) => {
  const root = document.querySelector('#root');
  const data = plan(count, steps);
  const element = document.createElement('asb-action-plan');
  element.lang = 'fr';
  element.setAttribute('storage-key', `bench ${Math.random()}`);
  const all = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
  const called = (words) => all('button, summary').find((each) => `${each.innerText} ${each.ariaLabel ?? ''}`.includes(words));
  const until = async (seen) => { while (!seen()) await frame(); };
  let commons;
  if (shared) {
    commons = document.createElement('asb-commons');
    commons.setAttribute('storage-key', `bench ${Math.random()}`);
    commons.append(element);
    root.append(commons);
    await until(() => commons.workspace && element.shadowRoot?.querySelector('.toolbar'));
    const { axes, actions } = data;
    commons.workspace.batch(() => {
      commons.workspace.put({ id: 'urn:uuid:00000000-0000-5000-8000-706c616e0001', type: 'plan', version: 1, derivedFrom: [], axes, order: actions.map((action) => action.id) });
      for (const action of actions) commons.workspace.put(action);
    });
  } else root.append(element);
  const begun = performance.now();
  if (!shared) element.value = data;
  await until(() => all('.actions tbody tr').length > 50);
  const opened = performance.now() - begun;
  // As people meet it: the first hundred rows.
  const met = [];
  for (const n of [10, 60]) {
    const cell = all('.actions td.status .cell')[n];
    met.push(await cost(element, () => { cell.click(); }));
    const editor = element.shadowRoot.querySelector('[data-editor]');
    editor.value = editor.value === 'Bloqué' ? 'En cours' : 'Bloqué';
    met.push(await cost(element, () => { editor.dispatchEvent(new Event('change')); }));
    met.push(await cost(element, () => { editor.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })); }));
  }
  const metScroll = await scroll();
  while (called('Afficher la suite')) { called('Afficher la suite').click(); await element.updateComplete; }
  await until(() => all('[data-open]').length === count);
  const scrolled = await scroll();
  const edits = [];
  for (const n of [10, 120, 340]) {
    const cell = all('.actions td.status .cell')[n];
    const open = await cost(element, () => { cell.click(); });
    const editor = element.shadowRoot.querySelector('[data-editor]');
    editor.value = editor.value === 'Bloqué' ? 'En cours' : 'Bloqué';
    const kept = await cost(element, () => { editor.dispatchEvent(new Event('change')); });
    const closed = await cost(element, () => { editor.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })); });
    edits.push(open, kept, closed);
  }
  let received = 0;
  if (shared) {
    const doc = commons.session.workspace.doc;
    const other = new Yjs.Doc();
    Yjs.applyUpdate(other, Yjs.encodeStateAsUpdate(doc));
    other.getMap(`r/${id(200)}`).set('/title', 'Changée par quelqu’un d’autre');
    const update = Yjs.encodeStateAsUpdate(other, Yjs.encodeStateVector(doc));
    received = await cost(element, () => { Yjs.applyUpdate(doc, update, 'network'); });
  }
  called('Filtres').click();
  const search = element.shadowRoot.querySelector('[type=search]');
  const filtered = await cost(element, () => { search.value = 'action 12'; search.dispatchEvent(new Event('input')); });
  search.value = '';
  search.dispatchEvent(new Event('input'));
  await element.updateComplete;
  all('[data-open]')[30].click();
  await until(() => element.shadowRoot.querySelector('.sheet'));
  const step = all('.sheet details input[maxlength="1000"]')[1];
  step.value = 'Autrement';
  const typed = await cost(element, () => { step.dispatchEvent(new Event('change', { bubbles: true })); });
  called('Frise').click();
  await until(() => element.shadowRoot.querySelector('.timeline'));
  const metTimeline = await scroll();
  while (called('Afficher la suite')) { called('Afficher la suite').click(); await element.updateComplete; }
  const timeline = await scroll();
  return { opened, met: Math.max(...met), metScroll, metTimeline, scrolled, edited: edits.sort((a, b) => a - b).at(-1), received, filtered, typed, timeline };
};
