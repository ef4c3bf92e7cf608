import { sendKeys } from '@web/test-runner-commands';
import { all, answered, descriptionOf, emptyField, expect, find, nameOf, show } from './test-support.ts';

describe('text questions', () => {
  it('takes what is typed, named and described', async () => {
    const host = await show([{ type: 'text', name: 'role', title: 'Fonction', description: 'Pas le nom.', isRequired: true }]);
    const input = find<HTMLInputElement>(host, 'input');
    expect(nameOf(input)).to.equal('Fonction (obligatoire)');
    expect(descriptionOf(input)).to.equal('Pas le nom.');
    input.focus();
    await sendKeys({ type: 'Élue' });
    await answered(host, 'role', 'Élue');
    await emptyField(input);
    expect(host.session.get('role')).to.equal(undefined);
  });

  it('says an error beside the field, and ties it to it', async () => {
    const host = await show([{ type: 'text', name: 'role', title: 'Fonction', isRequired: true, requiredErrorText: 'Indiquez une fonction.' }]);
    host.session.validate();
    await host.updateComplete;
    const input = find(host, 'input');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(input)).to.contain('Indiquez une fonction.');
    input.focus();
    await sendKeys({ type: 'x' });
    await host.updateComplete;
    expect(input.hasAttribute('aria-invalid')).to.equal(false);
  });

  it('reads numbers as they are written in French, and keeps them as typed', async () => {
    const host = await show([{ type: 'text', name: 'n', inputType: 'number' }]);
    const input = find<HTMLInputElement>(host, 'input');
    expect(input.inputMode).to.equal('decimal');
    input.focus();
    await sendKeys({ type: '1 234,' });
    await answered(host, 'n', 1234);
    expect(input.value).to.equal('1 234,');
    await sendKeys({ type: '50' });
    await answered(host, 'n', 1234.5);
    expect(input.value).to.equal('1 234,50');
  });

  it('loses nothing of a number that is none', async () => {
    const host = await show([{ type: 'text', name: 'n', inputType: 'number' }]);
    const input = find<HTMLInputElement>(host, 'input');
    input.focus();
    await sendKeys({ type: 'environ 12' });
    await host.updateComplete;
    expect(input.value).to.equal('environ 12');
    expect(host.session.validate()).to.have.length(1);
    await host.updateComplete;
    expect(input.value).to.equal('environ 12');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
  });

  it('leaves a text alone while it is composed, and takes it at the end', async () => {
    const host = await show([{ type: 'text', name: 't' }]);
    const input = find<HTMLInputElement>(host, 'input');
    input.focus();
    input.dispatchEvent(new CompositionEvent('compositionstart'));
    input.value = 'にほ';
    input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    await host.updateComplete;
    expect(input.value).to.equal('にほ');
    expect(host.session.get('t')).to.equal('にほ');
  });

  it('shows an answer that a rule or a draft changed', async () => {
    const host = await show([{ type: 'text', name: 't' }, { type: 'comment', name: 'c' }], { t: 'un', c: 'deux' });
    expect(find<HTMLInputElement>(host, 'input').value).to.equal('un');
    host.session.merge({ t: 'autre', c: undefined });
    await host.updateComplete;
    expect(find<HTMLInputElement>(host, 'input').value).to.equal('autre');
  });

  for (const [inputType, typed, value] of [['email', 'a@commune.example', 'a@commune.example'], ['tel', '03 20', '03 20'], ['url', 'https://commune.example', 'https://commune.example'],
    ['password', 'abc', 'abc']] as const) {
    it(`has the browser's ${inputType} field`, async () => {
      const host = await show([{ type: 'text', name: 't', inputType }]);
      const input = find<HTMLInputElement>(host, 'input');
      expect(input.type).to.equal(inputType);
      input.focus();
      await sendKeys({ type: typed });
      await answered(host, 't', value);
    });
  }

  for (const [inputType, value] of [['date', '2026-11-05'], ['time', '14:30'], ['month', '2026-05'], ['week', '2026-W20'], ['datetime-local', '2026-11-05T14:30'], ['color', '#252d80']] as const) {
    it(`has the browser's ${inputType} field, or says what to write where there is none`, async () => {
      const host = await show([{ type: 'text', name: 't', inputType }], { t: value });
      const input = find<HTMLInputElement>(host, 'input');
      expect(input.getAttribute('type')).to.equal(inputType);
      expect(input.value).to.equal(value);
      // Firefox and Safari on a computer have no field for months nor weeks.
      const lacking = /^(month|week)$/.test(inputType) && input.type === 'text';
      expect(input.type).to.equal(lacking ? 'text' : inputType);
      expect(descriptionOf(input)).to.equal(lacking ? `Par exemple : ${inputType === 'month' ? '2026-05' : '2026-W20'}` : '');
    });
  }

  it('passes autocomplete, bounds, placeholder, length and suggestions on', async () => {
    const host = await show([
      { type: 'text', name: 'a', autocomplete: 'organization', placeholder: 'CCAS', maxLength: 40, dataList: ['CCAS', 'Mairie'] },
      { type: 'text', name: 'd', inputType: 'date', min: '2026-01-01', max: '2026-12-31' },
    ]);
    const [text, date] = all<HTMLInputElement>(host, 'input');
    expect(text?.autocomplete).to.equal('organization');
    expect(text?.placeholder).to.equal('CCAS');
    expect(text?.maxLength).to.equal(40);
    expect(descriptionOf(text!)).to.equal('40 caractères au plus.');
    expect([...(text?.list?.options ?? [])].map((option) => option.value)).to.deep.equal(['CCAS', 'Mairie']);
    expect([date?.min, date?.max]).to.deep.equal(['2026-01-01', '2026-12-31']);
  });

  it('does not take the focus by itself', async () => {
    const host = await show([{ type: 'text', name: 'a' }, { type: 'dropdown', name: 'b', choices: Array.from({ length: 20 }, (_, n) => n) }]);
    expect(host.shadowRoot?.activeElement).to.equal(null);
  });

  it('cannot be changed when read only, and can still be read', async () => {
    const host = await show([{ type: 'text', name: 'a' }, { type: 'radiogroup', name: 'b', choices: [1, 2] }], { a: 'x', b: 1 }, { readOnly: true });
    find(host, 'input').focus();
    await sendKeys({ type: 'y' });
    expect(host.session.get('a')).to.equal('x');
    expect(find<HTMLInputElement>(host, 'input').readOnly).to.equal(true);
    expect(all<HTMLInputElement>(host, '[type=radio]').every(({ disabled }) => disabled)).to.equal(true);
  });
});
