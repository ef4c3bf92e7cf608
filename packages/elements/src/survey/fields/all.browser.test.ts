import { fixture, html } from '@open-wc/testing';
import { mel } from '@assembleurs/commons/territory/mel';
import { gallery } from './test-gallery.ts';
import { EVERY_TYPE, type FieldHost } from './test-host.ts';
import { loadDrawers } from './index.ts';
import { all, expect, nameOf } from './test-support.ts';

/** Every type at once, filled or with all its errors. */
async function everything(prepare: (host: FieldHost) => void = () => undefined): Promise<FieldHost> {
  await loadDrawers(EVERY_TYPE);
  const host = await fixture<FieldHost>(html`<test-fields></test-fields>`);
  host.territory = mel();
  host.use(gallery);
  prepare(host);
  host.requestUpdate();
  await host.updateComplete;
  return host;
}

const answers = {
  role: 'Directrice du CCAS', agents: 12, elected: 'yes', needs: ['a', 'b'], place: 'l3', partners: ['p1', 'p2'], comite: true, agree: true, priority: 4,
  order: ['money', 'time', 'silo'], picked: ['Médiation', 'Formation'], poster: 'blue', brakes: { time: 4, silo: 0 }, means: { lib: { count: 3 } },
  people: [{ job: 'Chargée de mission' }], docs: [{ name: 'plan.pdf', type: 'application/pdf', content: 'data:application/pdf;base64,AAAA' }], part: 40, span: [6, 25], commune: '59350',
};

describe('every type of question', () => {
  for (const [colorScheme, surface] of [['light', 'rgb(255, 255, 255)'], ['dark', 'rgb(20, 22, 46)']] as const) {
    it(`is accessible in ${colorScheme}: empty, filled, wrong, and in summary`, async () => {
      // What the person's preference sets, by the property it acts through: only Chromium lets a test set the preference.
      const host = await everything((each) => { each.style.colorScheme = colorScheme; });
      expect(getComputedStyle(host).backgroundColor).to.equal(surface);
      await expect(host).to.be.accessible();
      host.session.validate();
      await host.updateComplete;
      expect(all(host, '.errors')).to.not.be.empty;
      await expect(host).to.be.accessible();
      host.session.merge(answers);
      await host.updateComplete;
      await expect(host).to.be.accessible();
      host.display = 'summary';
      await host.updateComplete;
      await expect(host).to.be.accessible();
    });
  }

  it('names every control and group', async () => {
    const host = await everything((each) => { each.session.merge(answers); });
    const nameless = all(host, 'input, select, textarea, button, fieldset, [role=group], [role=radiogroup], [role=listbox]')
      .filter((element) => nameOf(element) === '');
    expect(nameless.map((element) => element.outerHTML.slice(0, 120))).to.deep.equal([]);
  });

  it('gives every element an id of its own', async () => {
    const host = await everything((each) => { each.session.merge(answers); });
    const ids = all(host, '[id]').map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('refers only to ids that are there', async () => {
    const host = await everything((each) => { each.session.validate(); });
    for (const attribute of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list']) {
      for (const element of all(host, `[${attribute}]`)) {
        for (const id of (element.getAttribute(attribute) ?? '').split(' ')) {
          expect(host.shadowRoot?.getElementById(id), `${attribute}=${id}`).to.exist;
        }
      }
    }
  });

  it('fits 320 px without scrolling sideways', async () => {
    const host = await everything((each) => { each.session.merge(answers); });
    host.style.inlineSize = '320px';
    await host.updateComplete;
    const wide = all(host, '*').filter((element) => element.getBoundingClientRect().right > host.getBoundingClientRect().right + 1 && element.closest('.vh') === null);
    expect(wide.map((element) => element.outerHTML.slice(0, 120))).to.deep.equal([]);
  });

  it('offers targets of 44 px', async () => {
    const host = await everything((each) => { each.session.merge(answers); });
    host.style.inlineSize = '360px';
    await host.updateComplete;
    const small = all(host, 'label.choice, .likert .mx-c, button, .input, .range, summary, .file')
      .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 43.5);
    expect(small.map((element) => element.outerHTML.slice(0, 120))).to.deep.equal([]);
  });

  it('draws the answers in words in a summary, without a field to fill', async () => {
    const host = await everything((each) => { each.session.merge(answers); each.display = 'summary'; });
    expect(all(host, 'input, select, textarea, button')).to.be.empty;
    const text = host.shadowRoot?.textContent ?? '';
    for (const words of ['Directrice du CCAS', 'Tout à fait', 'Lille (59350)', 'plan.pdf', 'Chargée de mission', 'Un annuaire des acteurs']) expect(text).to.contain(words);
  });
});
