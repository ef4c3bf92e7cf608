import { waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { focusNode } from './index.ts';
import { all, answered, descriptionOf, expect, find, focused, show } from './test-support.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

/** Puts files in a file field as the browser's dialogue does. */
function choose(input: HTMLInputElement, ...files: File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('file', () => {
  const question = { type: 'file', name: 'q', title: 'Document', allowMultiple: true, acceptedTypes: '.txt,image/*', maxSize: 1000 };

  it('keeps files as SurveyJS does, lists and removes them', async () => {
    const host = await show([question]);
    choose(find<HTMLInputElement>(host, '[type=file]'), new File(['bonjour'], 'note.txt', { type: 'text/plain' }));
    await answered(host, 'q', [{ name: 'note.txt', type: 'text/plain', content: 'data:text/plain;base64,Ym9uam91cg==' }]);
    choose(find<HTMLInputElement>(host, '[type=file]'), new File(['x'], 'carte.png', { type: 'image/png' }));
    await waitUntil(() => all(host, '.chips li').length === 2);
    find(host, '.chips button').click();
    await waitUntil(() => all(host, '.chips li').length === 1);
    expect(find(host, '.chips').textContent).to.contain('carte.png');
  });

  it('refuses what is too large or of another type, and says why and what to do', async () => {
    const host = await show([question]);
    const input = find<HTMLInputElement>(host, '[type=file]');
    choose(input, new File(['x'.repeat(2000)], 'long.txt', { type: 'text/plain' }), new File(['x'], 'macro.exe', { type: '' }));
    await waitUntil(() => all(host, '.errors p').length === 2);
    expect(host.session.get('q')).to.equal(undefined);
    expect(descriptionOf(input)).to.match(/long\.txt.*2 ko.*1 ko/).and.match(/macro\.exe.*\.txt,image/);
    expect(host.said.at(-1)).to.contain('long.txt');
    choose(input, new File(['x'], 'bon.txt', { type: 'text/plain' }));
    await waitUntil(() => all(host, '.chips li').length === 1);
    expect(all(host, '.errors')).to.be.empty;
  });
});

describe('what people write', () => {
  it('stays text wherever it shows', async () => {
    const host = await show([
      { type: 'text', name: 'a' },
      { type: 'html', name: 'h', html: '<p>Vous avez dit {a}. <a href="javascript:alert(1)">ici</a> <a href="https://commune.example">là</a></p><script>alert(1)</script>' },
      { type: 'text', name: 'b', title: 'Pourquoi {a} ?', description: 'Dites {a}.' },
      { type: 'expression', name: 'e', expression: '{a}' },
      { type: 'tagbox', name: 't', choices: Array.from({ length: 20 }, (_, n) => n) },
      { type: 'file', name: 'f' },
      { type: 'matrixdynamic', name: 'm', columns: [{ name: 'x', cellType: 'text' }] },
    ], { a: HOSTILE, t: [HOSTILE], f: [{ name: HOSTILE, type: HOSTILE, content: `data:${HOSTILE}` }], m: [{ x: HOSTILE }] });
    for (const display of ['form', 'summary'] as const) {
      host.display = display;
      await host.updateComplete;
      expect(all(host, 'img, script')).to.be.empty;
      expect(host.shadowRoot?.textContent).to.contain(HOSTILE);
    }
  });

  it('keeps the definition’s markup, and only safe links', async () => {
    const host = await show([{ type: 'html', name: 'h', html: '<p><b>Gras</b> <a href="javascript:alert(1)">ici</a> <a href="https://commune.example/">là</a></p>' }]);
    expect(find(host, '.rich b').textContent).to.equal('Gras');
    expect(all<HTMLAnchorElement>(host, 'a').map(({ href }) => href)).to.deep.equal(['https://commune.example/']);
  });

  it('follows the answers that a text quotes, those of its own panel first', async () => {
    const host = await show([
      { type: 'text', name: 'a' },
      { type: 'html', name: 'h', html: 'Bonjour {a}, {rien}' },
      { type: 'paneldynamic', name: 'p', templateElements: [{ type: 'text', name: 'x' }, { type: 'html', name: 'i', html: 'Ici {panel.x}' }] },
    ], { a: 'Un', p: [{ x: 'Atelier' }] });
    host.session.set('a', HOSTILE);
    await host.updateComplete;
    expect(all(host, '.rich').map((each) => each.textContent)).to.deep.equal([`Bonjour ${HOSTILE}, {rien}`, 'Ici Atelier']);
    find<HTMLInputElement>(host, '.entry input').focus();
    await sendKeys({ type: 's' });
    await host.updateComplete;
    expect(all(host, '.rich')[1]!.textContent).to.equal('Ici Ateliers');
  });
});

describe('what cannot be asked', () => {
  it('is said, and its data kept', async () => {
    const host = await show([{ type: 'signaturepad', name: 's', title: 'Signature' }], { s: 'data:image/png;base64,AAAA' });
    expect(find(host, '.q').textContent).to.contain('Signature').and.contain('signaturepad').and.contain('conservée');
    expect(host.session.answers.s).to.equal('data:image/png;base64,AAAA');
  });
});

describe('going to a question', () => {
  it('puts the focus in its first field, its chosen radio, its wrong row, and opens what is folded', async () => {
    const host = await show([
      { type: 'text', name: 'a' },
      { type: 'radiogroup', name: 'b', choices: [1, 2] },
      { type: 'matrix', name: 'c', isAllRowRequired: true, columns: [1, 2], rows: ['x', 'y'] },
      { type: 'panel', name: 'p', title: 'P', state: 'collapsed', elements: [{ type: 'tagbox', name: 'd', choices: Array.from({ length: 20 }, (_, n) => n) }] },
      { type: 'text', name: 'hidden', visibleIf: '{a} = 1' },
    ], { b: 2, c: { x: 1 }, d: [3] });
    host.session.validate();
    await host.updateComplete;
    const go = (name: string): boolean => focusNode(host.shadowRoot!, host.session.question(name)!);
    expect(go('a')).to.equal(true);
    expect(focused(host)).to.equal(find(host, 'input'));
    expect(go('b')).to.equal(true);
    expect((focused(host) as HTMLInputElement).checked).to.equal(true);
    expect(go('c')).to.equal(true);
    expect(focused(host)?.closest('[role=radiogroup]')?.getAttribute('aria-invalid')).to.equal('true');
    expect(go('d')).to.equal(true);
    expect(focused(host)?.getAttribute('role')).to.equal('combobox');
    expect(go('hidden')).to.equal(false);
  });
});

describe('a long page', () => {
  it('draws again only the question that was answered', async () => {
    const host = await show(Array.from({ length: 300 }, (_, n) => ({ type: 'radiogroup', name: `q${String(n)}`, choices: [1, 2] })));
    const touched = new Set<Element | undefined>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) touched.add((target as Element).closest('fieldset') ?? undefined);
    });
    observer.observe(host.shadowRoot!, { subtree: true, childList: true, attributes: true, characterData: true });
    all<HTMLInputElement>(host, '#' + host.page.elements[150]!.id + ' input')[0]!.click();
    await host.updateComplete;
    await waitUntil(() => touched.size > 0);
    observer.disconnect();
    expect([...touched].map((element) => element?.id)).to.deep.equal([host.page.elements[150]!.id]);
  });

  it('speaks English as well', async () => {
    const host = await show([{ type: 'text', name: 'a', isRequired: true }], {}, { lang: 'en' });
    expect(find(host, 'label').textContent).to.contain('(required)');
  });
});
