import { mel } from '@assembleurs/commons/territory/mel';
import { sendKeys } from '@web/test-runner-commands';
import { all, answered, descriptionOf, emptyField, expect, find, focused, nameOf, show } from './test-support.ts';

const many = Array.from({ length: 40 }, (_, n) => ({ value: `v${String(n + 1)}`, text: `Lieu ${String(n + 1)}` }));
/** Where Tab goes: past a page's last field Firefox leaves the page, and later tests would be typed without its focus. */
const next = { type: 'text', name: 'next' };
const input = (host: Parameters<typeof all>[0]): HTMLInputElement => find<HTMLInputElement>(host, '[role=combobox]');
const options = (host: Parameters<typeof all>[0]): string[] => all(host, '[role=option]').map((option) => option.textContent.trim());
const active = (host: Parameters<typeof all>[0]): string | undefined =>
  host.shadowRoot?.getElementById(input(host).getAttribute('aria-activedescendant') ?? '')?.textContent.trim();

describe('dropdown', () => {
  it('is the browser’s own list when short', async () => {
    const host = await show([{ type: 'dropdown', name: 'q', title: 'Taille', choices: [{ value: 1, text: 'Petite' }, { value: 2, text: 'Grande' }] }]);
    const select = find<HTMLSelectElement>(host, 'select');
    expect(nameOf(select)).to.equal('Taille');
    expect(select.selectedOptions[0]?.text).to.equal('Choisir…');
    select.focus();
    await sendKeys({ type: 'Gr' });
    await answered(host, 'q', 2);
    host.session.set('q', undefined);
    await host.updateComplete;
    expect(select.selectedOptions[0]?.text).to.equal('Choisir…');
  });

  it('is searched when long: typed, arrows, Enter', async () => {
    const host = await show([{ type: 'dropdown', name: 'q', title: 'Lieu', choices: many }]);
    input(host).focus();
    expect(input(host).getAttribute('aria-expanded')).to.equal('false');
    await sendKeys({ type: 'lieu 3' });
    expect(input(host).getAttribute('aria-expanded')).to.equal('true');
    expect(options(host)).to.deep.equal(['Lieu 3', 'Lieu 30', 'Lieu 31', 'Lieu 32', 'Lieu 33', 'Lieu 34', 'Lieu 35', 'Lieu 36', 'Lieu 37', 'Lieu 38', 'Lieu 39', 'Lieu 13', 'Lieu 23']);
    expect(host.said.at(-1)).to.equal('13 résultats');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(active(host)).to.equal('Lieu 30');
    expect(focused(host)).to.equal(input(host));
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    expect(active(host)).to.equal('Lieu 23');
    await sendKeys({ press: 'Enter' });
    await answered(host, 'q', 'v23');
    expect(input(host).value).to.equal('Lieu 23');
    expect(input(host).getAttribute('aria-expanded')).to.equal('false');
  });

  it('opens with the arrow, closes with Escape and keeps the answer', async () => {
    const host = await show([{ type: 'dropdown', name: 'q', choices: many }], { q: 'v2' });
    expect(input(host).value).to.equal('Lieu 2');
    input(host).focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(options(host)).to.have.length(40);
    await sendKeys({ press: 'Escape' });
    expect(input(host).getAttribute('aria-expanded')).to.equal('false');
    expect(host.session.get('q')).to.equal('v2');
  });

  it('is chosen from with the pointer', async () => {
    const host = await show([{ type: 'dropdown', name: 'q', choices: many }]);
    input(host).focus();
    input(host).click();
    all(host, '[role=option]')[4]!.click();
    await answered(host, 'q', 'v5');
  });

  it('is emptied by emptying the text', async () => {
    const host = await show([{ type: 'dropdown', name: 'q', choices: many }], { q: 'v2' });
    input(host).focus();
    await emptyField(input(host));
    await answered(host, 'q', undefined);
  });

  it('loses nothing of a text that is no choice: it stays, and is said not to be one', async () => {
    const host = await show([{ type: 'dropdown', name: 'q', choices: many }, next], { q: 'v2' });
    input(host).focus();
    await emptyField(input(host));
    await sendKeys({ type: 'ailleurs' });
    expect(find(host, '.pop').textContent).to.contain('Aucun résultat');
    await sendKeys({ press: 'Tab' });
    await host.updateComplete;
    expect(input(host).value).to.equal('ailleurs');
    expect(input(host).getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(input(host))).to.contain('« ailleurs » n’est pas dans la liste');
    expect(host.session.get('q')).to.equal(undefined);
  });
});

describe('tagbox', () => {
  it('is a list of checkboxes when short', async () => {
    const host = await show([{ type: 'tagbox', name: 'q', choices: ['a', 'b'] }]);
    all<HTMLInputElement>(host, '[type=checkbox]')[1]!.click();
    await answered(host, 'q', ['b']);
  });

  it('adds by searching, and removes by a named button', async () => {
    const host = await show([{ type: 'tagbox', name: 'q', title: 'Partenaires', choices: many }]);
    expect(nameOf(input(host))).to.equal('Partenaires');
    input(host).focus();
    await sendKeys({ type: 'lieu 12' });
    await sendKeys({ press: 'Enter' });
    await answered(host, 'q', ['v12']);
    expect(input(host).value).to.equal('');
    await sendKeys({ type: 'lieu 20' });
    await sendKeys({ press: 'Enter' });
    await answered(host, 'q', ['v12', 'v20']);
    expect(host.said.at(-1)).to.contain('Lieu 20');
    await sendKeys({ press: 'ArrowDown' });
    expect(options(host)).to.not.contain('Lieu 12');
    const [remove] = all(host, '.chips button');
    expect(nameOf(remove!)).to.match(/Lieu 12$/);
    remove!.focus();
    await sendKeys({ press: 'Enter' });
    await answered(host, 'q', ['v20']);
    expect(focused(host)).to.equal(input(host));
  });
});

describe('asb:commune', () => {
  const commune = async (answers = {}) => {
    return await show([{ type: 'asb:commune', name: 'c', title: 'Votre commune' }, next], answers, { territory: mel() });
  };

  it('is found by its name, without accents or capitals, offered with its postcodes and kept with its code', async () => {
    const host = await commune();
    input(host).focus();
    await sendKeys({ type: 'lille' });
    expect(options(host)[0]).to.match(/^Lille 59000/);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await answered(host, 'c', '59350');
    expect(input(host).value).to.equal('Lille (59350)');
  });

  it('asks nothing of a commune that is locked', async () => {
    const host = await show([{ type: 'asb:commune', name: 'c', title: 'Votre commune', readOnly: true }], { c: '59350' }, { territory: mel() });
    expect(find(host, '.q').textContent).not.to.contain('Tapez');
    expect(getComputedStyle(find(host, '.combo'), '::after').display).to.equal('none');
  });

  it('proposes the communes of a postcode', async () => {
    const host = await commune();
    const shared = mel().communes.flatMap(({ postcodes }) => postcodes).find((code) => mel().byPostcode(code).length > 1)!;
    input(host).focus();
    await sendKeys({ type: shared });
    expect(options(host)).to.have.length(mel().byPostcode(shared).length);
  });

  it('shows the commune of a prefilled code, and refuses what is not in the list', async () => {
    const host = await commune({ c: '59350' });
    expect(input(host).value).to.equal('Lille (59350)');
    input(host).focus();
    await emptyField(input(host));
    await sendKeys({ type: 'Atlantide' });
    await sendKeys({ press: 'Tab' });
    await host.updateComplete;
    expect(input(host).value).to.equal('Atlantide');
    expect(host.session.validate()).to.have.length(1);
  });

  it('asks for the code when there is no list', async () => {
    const host = await show([{ type: 'asb:commune', name: 'c', title: 'Votre commune' }]);
    const field = find<HTMLInputElement>(host, 'input');
    expect(field.hasAttribute('role')).to.equal(false);
    field.focus();
    await sendKeys({ type: '59350' });
    await answered(host, 'c', '59350');
  });
});
