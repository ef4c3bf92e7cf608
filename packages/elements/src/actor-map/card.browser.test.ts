import { expect } from '@open-wc/testing';
import type { ActorData, Place } from '@assembleurs/commons/actors';
import '../define/actor-map.ts';
import { accessible, demo, every, press, sees, show, text, tick, within } from './test-support.ts';

const WRONG = '12345678901234';

/** One actor with a place that says all that the standard lets it say. */
function one(fields: Partial<Place> = {}): ActorData {
  const { actors, places } = demo();
  const place = places.find(({ holder }) => holder !== undefined)!;
  const actor = actors.find(({ id }) => id === place.holder)!;
  return { actors: [{ ...actor, siret: WRONG }], places: [{ ...place, pivot: WRONG, ...fields }], links: [] };
}

describe('<asb-actor-map>: card', () => {
  it('tells what a place says of itself, that it receives nobody first of all; a link goes to the web only', async () => {
    const data = one({
      modalites_acces: ["Ce lieu n'accueille pas de public"], prise_en_charge_specifique: ['Surdité'], formations_labels: ['ORDI 3.0'], autres_formations_labels: ['Label fictif'],
      typologie: ['TIERS_LIEUX'], itinerance: ['Itinérant'], presentation_detail: 'Une présentation détaillée.', fiche_acces_libre: 'https://acces.example/fiche',
    });
    const element = await show({ actor: data.actors[0]!.id }, data);
    await sees(element, "Ce lieu n'accueille pas de public");
    for (const told of ['Surdité', 'ORDI 3.0', 'Label fictif', 'TIERS_LIEUX', 'Itinérant', 'Une présentation détaillée.']) expect(text(element)).to.include(told);
    expect(every(element, '[part=actor] a').map((each) => each.getAttribute('href'))).to.include('https://acces.example/fiche');
    expect(text(element), 'a reader can mend nothing').not.to.include('ne peut pas être juste');
    await accessible(element);
    const hostile = one({ fiche_acces_libre: 'javascript:alert(1)' });
    const other = await show({ actor: hostile.actors[0]!.id }, hostile);
    await sees(other, 'javascript:alert(1)');
    expect(every(other, '[part=actor] a').filter((each) => each.getAttribute('href')!.startsWith('javascript'))).to.have.length(0);
  });

  it('tells an editor which number cannot be right: of the actor, of the place; not zeros, nor the number of an association', async () => {
    const data = one();
    const element = await show({ editable: '', actor: data.actors[0]!.id }, data);
    await sees(element, `${WRONG} : ce SIRET ne peut pas être juste`);
    const doubts = (of: typeof element): number => text(of).split('ne peut pas être juste').length - 1;
    expect(doubts(element)).to.equal(2);
    for (const pivot of ['00000000000000', 'W123456789']) {
      const other = await show({ editable: '', actor: data.actors[0]!.id }, one({ pivot }));
      await sees(other, 'ne peut pas être juste');
      expect(doubts(other), pivot).to.equal(1);
    }
  });

  it('the national programme and the ways in are set in the form of a place, and the programme is a filter then', async () => {
    const data = one({ dispositif_programmes_nationaux: undefined, modalites_acces: undefined });
    const element = await show({ editable: '', actor: data.actors[0]!.id }, data);
    await sees(element, 'Modifier');
    await press(element, 'Modifier le lieu');
    await tick(element, 'Aidants Connect');
    await tick(element, 'Se présenter');
    await press(element, 'Enregistrer');
    await sees(element, 'Programmes nationaux');
    expect(element.value!.places[0]!.dispositif_programmes_nationaux).to.deep.equal(['Aidants Connect']);
    expect(element.value!.places[0]!.modalites_acces).to.deep.equal(['Se présenter']);
    element.programme = 'Aidants Connect';
    await element.updateComplete;
    expect(text(element)).to.include('1 acteur sur 1');
  });

  it('the legends of the map and of the network say in words what the lines mean, each with its dashes', async () => {
    for (const view of ['map', 'network']) {
      const element = await show({ view }, demo());
      await sees(element, 'Lien souhaité');
      const dashes = every(element, '.legend .bond').map((line) => getComputedStyle(line).strokeDasharray);
      expect(new Set(dashes).size, view).to.equal(3);
      expect(within(element, '.legend').innerText).to.include('Lien existant').and.to.include('Lien rompu');
    }
  });
});
