import { waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, answered, descriptionOf, expect, find, focused, nameOf, show } from './test-support.ts';

const named = (host: Parameters<typeof all>[0], name: string | RegExp): HTMLElement => {
  const button = all(host, 'button').find((each) => (typeof name === 'string' ? nameOf(each) === name : name.test(nameOf(each))));
  if (!button) throw new Error(`no button ${String(name)}`);
  return button;
};

describe('choices that stand at an address', () => {
  it('are not asked for: the answer is written, and kept', async () => {
    const host = await show([
      { type: 'dropdown', name: 'q', title: 'Structure', choicesByUrl: { url: 'https://annuaire.example/liste.json' } },
      { type: 'checkbox', name: 'r', title: 'Publics', choicesByUrl: { url: 'https://annuaire.example/publics.json' } },
    ]);
    const [one, several] = all(host, 'input');
    expect(descriptionOf(one!)).to.match(/écrivez votre réponse/);
    one!.focus();
    await sendKeys({ type: 'Médiathèque' });
    several!.focus();
    await answered(host, 'q', 'Médiathèque');
    await sendKeys({ type: 'Jeunes adultes' });
    one!.focus();
    await answered(host, 'r', ['Jeunes adultes']);
    expect(host.session.complete()).to.deep.equal({ q: 'Médiathèque', r: ['Jeunes adultes'] });
  });
});

describe('ranking', () => {
  const question = { type: 'ranking', name: 'q', choices: [{ value: 'a', text: 'Alpha' }, { value: 'b', text: 'Bêta' }, { value: 'c', text: 'Gamma' }] };

  it('moves a choice with buttons; the focus follows it, its place is said', async () => {
    const host = await show([question]);
    named(host, 'Monter : Gamma').focus();
    await sendKeys({ press: 'Enter' });
    await answered(host, 'q', ['a', 'c', 'b']);
    expect(nameOf(focused(host)!)).to.equal('Monter : Gamma');
    expect(host.said.at(-1)).to.match(/Gamma.*2 sur 3/);
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await answered(host, 'q', ['c', 'a', 'b']);
    expect(nameOf(focused(host)!), 'at the top it stays').to.equal('Monter : Gamma');
    expect(focused(host)!.getAttribute('aria-disabled')).to.equal('true');
  });

  it('can keep the order as it is', async () => {
    const host = await show([question]);
    named(host, 'Garder cet ordre').click();
    await answered(host, 'q', ['a', 'b', 'c']);
  });

  it('ranks only what is chosen when asked', async () => {
    const host = await show([{ ...question, selectToRankEnabled: true }]);
    named(host, /Bêta$/).click();
    await answered(host, 'q', ['b']);
    named(host, /Alpha$/).click();
    await answered(host, 'q', ['b', 'a']);
    named(host, 'Supprimer Bêta').click();
    await answered(host, 'q', ['a']);
    await waitUntil(() => focused(host) && nameOf(focused(host)!) === 'Monter : Alpha', 'what is left has the focus');
    named(host, /^\+ Bêta$/).click();
    await answered(host, 'q', ['a', 'b']);
    named(host, /^\+ Gamma$/).click();
    await waitUntil(() => focused(host) && nameOf(focused(host)!) === 'Monter : Gamma', 'the last added has the focus');
  });
});

describe('matrixdropdown', () => {
  it('names each row, and each cell by its column', async () => {
    const host = await show([{ type: 'matrixdropdown', name: 'q', title: 'Moyens', rows: [{ value: 'r', text: 'Mairie' }], columns: [{ name: 'n', title: 'Postes', cellType: 'text' }, { name: 'o', title: 'Jours', cellType: 'dropdown', choices: ['lundi'] }] }]);
    expect(nameOf(find(host, '.mx-row'))).to.equal('Mairie');
    expect(nameOf(find(host, '.mx-row input'))).to.equal('Postes');
    find(host, '.mx-row input').focus();
    await sendKeys({ type: '3' });
    await answered(host, 'q', { r: { n: '3' } });
  });
});

describe('matrix', () => {
  it('takes several answers a row when it is asked as checkboxes', async () => {
    const host = await show([{ type: 'matrix', name: 'q', title: 'Lieux', cellType: 'checkbox', rows: ['a', 'b'], columns: [{ value: 1, text: 'Mairie' }, { value: 2, text: 'Médiathèque' }] }], { q: { b: [2] } });
    const boxes = all<HTMLInputElement>(host, 'input[type=checkbox]');
    expect(boxes.map(({ checked }) => checked)).to.deep.equal([false, false, false, true]);
    boxes[1]!.click();
    boxes[0]!.click();
    await answered(host, 'q', { b: [2], a: [1, 2] });
    boxes[3]!.click();
    await answered(host, 'q', { a: [1, 2] });
    host.display = 'summary';
    await waitUntil(() => /Mairie, Médiathèque/.test(all(host, 'dl.pairs')[0]?.innerText ?? ''));
  });
});

describe('matrixdynamic', () => {
  it('shows what its columns add up to, which follows the answers', async () => {
    const host = await show([{ type: 'matrixdynamic', name: 'q', rowCount: 2, columns: [{ name: 'job', title: 'Fonction', cellType: 'text' }, { name: 'n', title: 'Postes', cellType: 'text', inputType: 'number', totalType: 'sum', totalFormat: '{0} postes' }] }]);
    const total = (): string => all(host, '.total')[0]?.innerText.replace(/\s+/g, ' ').trim() ?? '';
    for (const [at, text] of [[1, '2'], [3, '1200']] as const) {
      all<HTMLInputElement>(host, 'input')[at]!.focus();
      await sendKeys({ type: text });
      await sendKeys({ press: 'Tab' });
    }
    await waitUntil(() => /1.202 postes/.test(total()), total());
    await expect(host).shadowDom.to.be.accessible();
  });

  const question = { type: 'matrixdynamic', name: 'q', rowCount: 1, columns: [{ name: 'job', title: 'Fonction', cellType: 'text' }] };

  it('adds a row and goes to its first field', async () => {
    const host = await show([question], { q: [{ job: 'x' }] });
    named(host, /Ajouter/).click();
    await waitUntil(() => focused(host)?.tagName === 'INPUT');
    const rows = all(host, '.mx-row');
    expect(rows).to.have.length(2);
    expect(rows[1]!.contains(focused(host))).to.equal(true);
    expect(host.said).to.have.length(1);
    await sendKeys({ type: 'y' });
    await answered(host, 'q', [{ job: 'x' }, { job: 'y' }]);
  });

  it('removes a row, goes to the next, and can take it back', async () => {
    const host = await show([question], { q: [{ job: 'x' }, { job: 'y' }] });
    named(host, 'Supprimer 1').click();
    await waitUntil(() => all(host, '.mx-row').length === 1 && focused(host)?.tagName === 'BUTTON');
    expect(host.session.get('q')).to.deep.equal([{ job: 'y' }]);
    named(host, 'Annuler la suppression').click();
    await answered(host, 'q', [{ job: 'x' }, { job: 'y' }]);
    expect(all<HTMLInputElement>(host, '.mx-row input').map(({ value }) => value)).to.deep.equal(['x', 'y']);
  });

  it('is a table where there is room and cards where there is not', async () => {
    const host = await show([{ ...question, columns: [{ name: 'a', title: 'A', cellType: 'text' }, { name: 'b', title: 'B', cellType: 'text' }] }]);
    const [one, two] = all(host, '.mx-row input');
    host.style.inlineSize = '900px';
    expect(one!.getBoundingClientRect().top).to.equal(two!.getBoundingClientRect().top);
    host.style.inlineSize = '340px';
    expect(two!.getBoundingClientRect().top).to.be.greaterThan(one!.getBoundingClientRect().bottom);
    expect(find(host, '.mx-row label').getBoundingClientRect().width).to.be.greaterThan(1);
  });
});

describe('paneldynamic', () => {
  it('repeats its questions under numbered titles, adds and removes', async () => {
    const host = await show([{ type: 'paneldynamic', name: 'q', title: 'Actions', panelCount: 1, templateElements: [{ type: 'text', name: 't', title: 'Intitulé' }] }]);
    find(host, '.entry input').focus();
    await sendKeys({ type: 'Atelier' });
    named(host, /Ajouter/).click();
    await waitUntil(() => all(host, '.entry').length === 2 && focused(host) === all(host, '.entry input')[1]);
    await sendKeys({ type: 'Forum' });
    await answered(host, 'q', [{ t: 'Atelier' }, { t: 'Forum' }]);
    expect(all(host, '.entry').every((entry) => nameOf(entry) !== '')).to.equal(true);
    named(host, 'Supprimer 1').click();
    await answered(host, 'q', [{ t: 'Forum' }]);
  });
});

describe('panel', () => {
  it('is a group named by its heading; a collapsed one opens', async () => {
    const host = await show([
      { type: 'panel', name: 'p', title: 'Bloc', elements: [{ type: 'text', name: 'a' }] },
      { type: 'panel', name: 'f', title: 'Replié', state: 'collapsed', elements: [{ type: 'text', name: 'b' }] },
    ]);
    expect(all(host, '.panel').map(nameOf)).to.deep.equal(['Bloc', 'Replié']);
    expect(find(host, '.panel h3').getAttribute('aria-level')).to.equal('2');
    const details = find<HTMLDetailsElement>(host, 'details');
    expect(details.open).to.equal(false);
    find(host, 'summary').focus();
    await sendKeys({ press: 'Enter' });
    expect(details.open).to.equal(true);
  });
});

describe('multipletext', () => {
  it('has one named field an item', async () => {
    const host = await show([{ type: 'multipletext', name: 'q', title: 'Chiffres', items: [{ name: 'a', title: 'Lieux' }, { name: 'b', title: 'Ateliers' }] }]);
    expect(nameOf(find(host, 'fieldset'))).to.equal('Chiffres');
    expect(all(host, 'input').map(nameOf)).to.deep.equal(['Lieux', 'Ateliers']);
    all(host, 'input')[1]!.focus();
    await sendKeys({ type: '4' });
    await answered(host, 'q', { b: '4' });
  });
});

describe('slider', () => {
  it('answers once touched, and shows its value', async () => {
    const host = await show([{ type: 'slider', name: 'q', title: 'Part', min: 0, max: 100, step: 10 }]);
    expect(find(host, 'output').textContent).to.equal('–');
    expect(find(host, '[type=range]').ariaValueText).to.equal('Pas de réponse');
    find(host, '[type=range]').focus();
    await sendKeys({ press: 'ArrowRight' });
    await answered(host, 'q', 10);
    expect(find(host, 'output').textContent).to.equal('10');
  });

  it('has two named thumbs for a range, that do not cross', async () => {
    const host = await show([{ type: 'slider', name: 'q', sliderType: 'range', min: 0, max: 10 }], { q: [2, 3] });
    expect(all(host, '[type=range]').map(nameOf)).to.deep.equal(['De', 'À']);
    all(host, '[type=range]')[0]!.focus();
    for (const press of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await sendKeys({ press });
    await answered(host, 'q', [3, 3]);
  });
});
