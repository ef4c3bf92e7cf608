import { sendKeys } from '@web/test-runner-commands';
import { all, answered, descriptionOf, expect, find, focused, nameOf, show } from './test-support.ts';
import { focusNode } from './focus.ts';

const choices = [{ value: 'a', text: 'Un' }, { value: 'b', text: 'Deux' }, { value: 'c', text: 'Trois' }];
const radios = (host: Parameters<typeof all>[0]): HTMLInputElement[] => all<HTMLInputElement>(host, '[type=radio]');
const boxes = (host: Parameters<typeof all>[0]): HTMLInputElement[] => all<HTMLInputElement>(host, '[type=checkbox]');

describe('radiogroup', () => {
  it('is one group named by its question, moved through with the arrows', async () => {
    const host = await show([{ type: 'radiogroup', name: 'q', title: 'Combien ?', isRequired: true, choices }]);
    const group = find(host, '[role=radiogroup]');
    expect(nameOf(group)).to.equal('Combien ? (obligatoire)');
    expect(group.getAttribute('aria-required')).to.equal('true');
    radios(host)[0]!.focus();
    await sendKeys({ press: ' ' });
    await answered(host, 'q', 'a');
    await sendKeys({ press: 'ArrowDown' });
    await answered(host, 'q', 'b');
    expect(radios(host).map(({ checked }) => checked)).to.deep.equal([false, true, false]);
    expect(focused(host)).to.equal(radios(host)[1]);
  });

  it('asks what « other » is, and keeps it beside the answer', async () => {
    const host = await show([{ type: 'radiogroup', name: 'q', choices, hasOther: true, otherText: 'Autre' }]);
    radios(host)[3]!.click();
    await host.updateComplete;
    const field = find<HTMLInputElement>(host, '.other input');
    expect(nameOf(field)).to.equal('Précisez');
    field.focus();
    await sendKeys({ type: 'Quatre' });
    expect(host.session.answers).to.deep.equal({ q: 'other', 'q-Comment': 'Quatre' });
  });

  it('asks for the text of « other » only once it was checked, and marks only its field', async () => {
    const host = await show([{ type: 'checkbox', name: 'q', isRequired: true, choices, hasOther: true }]);
    host.session.validate();
    host.session.set('q', ['other']);
    await host.updateComplete;
    const field = find<HTMLInputElement>(host, '.other input');
    expect(find(host, '.q').innerText).not.to.contain('▲');
    host.session.validate();
    await host.updateComplete;
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(field)).to.contain('▲');
    expect(host.shadowRoot!.querySelector('.bad')).to.equal(null);
    expect(focusNode(host.shadowRoot!, host.session.question('q')!)).to.equal(true);
    expect(focused(host)).to.equal(field);
  });

  it('says its errors as a group', async () => {
    const host = await show([{ type: 'radiogroup', name: 'q', isRequired: true, choices }]);
    host.session.validate();
    await host.updateComplete;
    const group = find(host, '[role=radiogroup]');
    expect(group.getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(group)).to.match(/^▲\s*\S+/);
  });

  it('can be emptied when the definition says so', async () => {
    const host = await show([{ type: 'radiogroup', name: 'q', showClearButton: true, choices }], { q: 'a' });
    find(host, 'button').click();
    await host.updateComplete;
    expect(radios(host).some(({ checked }) => checked)).to.equal(false);
  });
});

describe('checkbox', () => {
  it('takes several answers, and « none » empties the others', async () => {
    const host = await show([{ type: 'checkbox', name: 'q', choices, hasNone: true, noneText: 'Rien' }]);
    boxes(host)[0]!.focus();
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: ' ' });
    await answered(host, 'q', ['a', 'b']);
    boxes(host)[3]!.click();
    await answered(host, 'q', ['none']);
    expect(boxes(host).map(({ checked }) => checked)).to.deep.equal([false, false, false, true]);
    boxes(host)[2]!.click();
    await answered(host, 'q', ['c']);
  });

  it('selects and leaves all', async () => {
    const host = await show([{ type: 'checkbox', name: 'q', choices, hasSelectAll: true, selectAllText: 'Tout' }]);
    const everything = boxes(host).find((box) => nameOf(box) === 'Tout')!;
    everything.click();
    await answered(host, 'q', ['a', 'b', 'c']);
    expect(boxes(host).every(({ checked }) => checked)).to.equal(true);
    everything.click();
    await answered(host, 'q', undefined);
  });

  it('says how many answers are wanted', async () => {
    const host = await show([{ type: 'checkbox', name: 'q', choices, minSelectedChoices: 1, maxSelectedChoices: 2 }]);
    expect(descriptionOf(find(host, 'fieldset'))).to.equal('Choisissez de 1 à 2 réponses.');
  });
});

describe('boolean', () => {
  it('is yes or no, with neither chosen at first', async () => {
    const host = await show([{ type: 'boolean', name: 'q', labelTrue: 'Oui', labelFalse: 'Non' }]);
    expect(radios(host).map(nameOf).sort()).to.deep.equal(['Non', 'Oui']);
    expect(radios(host).some(({ checked }) => checked)).to.equal(false);
    radios(host).find((radio) => nameOf(radio) === 'Non')!.click();
    await answered(host, 'q', false);
  });

  it('is one checkbox when asked', async () => {
    const host = await show([{ type: 'boolean', name: 'q', title: 'J’accepte', renderAs: 'checkbox' }]);
    expect(nameOf(boxes(host)[0]!)).to.equal('J’accepte');
    boxes(host)[0]!.focus();
    await sendKeys({ press: ' ' });
    await answered(host, 'q', true);
  });
});

describe('rating', () => {
  it('is a radiogroup whose ends say what they mean', async () => {
    const host = await show([{ type: 'rating', name: 'q', rateMin: 1, rateMax: 5, minRateDescription: 'Pas du tout', maxRateDescription: 'Tout à fait' }]);
    expect(radios(host).map(nameOf)).to.deep.equal(['1 Pas du tout', '2', '3', '4', '5 Tout à fait']);
    radios(host)[3]!.click();
    await answered(host, 'q', 4);
  });
});

describe('imagepicker', () => {
  const pictures = [{ value: 'x', text: 'Une carte', imageLink: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }, { value: 'y', text: 'Un plan', imageLink: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }];
  it('names each picture by its words', async () => {
    const host = await show([{ type: 'imagepicker', name: 'q', choices: pictures }]);
    expect(radios(host).map(nameOf)).to.deep.equal(['Une carte', 'Un plan']);
    expect(all(host, 'img')).to.have.length(2);
    radios(host)[1]!.click();
    await answered(host, 'q', 'y');
  });
  it('takes several when asked', async () => {
    const host = await show([{ type: 'imagepicker', name: 'q', multiSelect: true, choices: pictures }]);
    for (const box of boxes(host)) box.click();
    await answered(host, 'q', ['x', 'y']);
  });
});

describe('matrix', () => {
  const columns = [{ value: 1, text: 'Non' }, { value: 2, text: 'Oui' }];
  const rows = [{ value: 'r1', text: 'Temps' }, { value: 'r2', text: 'Budget' }];

  it('is one radiogroup a row, named by the row', async () => {
    const host = await show([{ type: 'matrix', name: 'q', title: 'Freins', columns, rows }]);
    const groups = all(host, '[role=radiogroup]');
    expect(groups.map(nameOf)).to.deep.equal(['Temps', 'Budget']);
    expect([...groups[0]!.querySelectorAll('input')].map(nameOf)).to.deep.equal(['Non', 'Oui']);
    groups[0]!.querySelector('input')!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await answered(host, 'q', { r1: 2 });
    groups[1]!.querySelector('input')!.click();
    await answered(host, 'q', { r1: 2, r2: 1 });
  });

  it('is a table where there is room and cards where there is not, with the same elements', async () => {
    const host = await show([{ type: 'matrix', name: 'q', columns, rows }]);
    const top = (index: number): number => all(host, '.mx-row:nth-child(2) input')[index]!.getBoundingClientRect().top;
    host.style.inlineSize = '900px';
    expect(top(0)).to.equal(top(1));
    const before = all(host, 'input');
    host.style.inlineSize = '340px';
    expect(top(1)).to.be.greaterThan(top(0) + 40);
    expect(all(host, 'input')).to.deep.equal(before);
  });

  it('says which row is missing', async () => {
    const host = await show([{ type: 'matrix', name: 'q', columns, rows, isAllRowRequired: true }], { q: { r1: 1 } });
    host.session.validate();
    await host.updateComplete;
    const [first, second] = all(host, '.mx-row[role=radiogroup]');
    expect(first!.getAttribute('aria-invalid')).to.equal('false');
    expect(second!.getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(second!)).to.match(/^▲/);
  });
});
