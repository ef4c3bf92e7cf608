import { remarkRoom } from '@assembleurs/commons/remark';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../define/commons.ts';
import type { AsbCommons } from './commons.ts';
import { invitationLink, keepRole } from './invitation.ts';
import { accessible, action, button, choose, NOBODY, ready, sees, show, text, type TestActions } from './test-support.ts';

const inside = (commons: AsbCommons): TestActions => commons.querySelector<TestActions>('test-actions')!;
const file = (...records: readonly unknown[]): string => JSON.stringify({ records });

describe('<asb-commons>', () => {
  it('gives one workspace to what stands inside, says when it is saved, and has it again later', async () => {
    const commons = await show();
    await sees(commons, 'Chaque changement est enregistré sur cet appareil');
    const changes: Event[] = [];
    commons.addEventListener('asb-change', (event) => changes.push(event));
    inside(commons).link.workspace!.put(action(1));
    await waitUntil(() => inside(commons).titles.length === 1);
    expect(commons.workspace).to.equal(inside(commons).link.workspace);
    expect(changes).to.have.length(1);
    await sees(commons, 'Enregistré sur cet appareil à');
    await accessible(commons);
    const key = commons.storageKey;
    commons.remove();
    const again = await show({ 'storage-key': key });
    expect(inside(again).titles).to.deep.equal(['Action 1']);
  });

  it('shows what people said of the records, and takes more', async () => {
    const commons = await show({ member: 'Accueil du CCAS' });
    expect(text(commons)).not.to.include('Commentaires');
    commons.workspace!.put(action(1, 'Ouvrir le samedi'));
    commons.workspace!.put({ ...action(2), type: 'remark', about: action(1).id, day: '2026-11-27', by: '', text: 'Le matin suffit.' });
    await sees(commons, 'Commentaires (1)');
    button(commons, 'Commentaires').click();
    await sees(commons, 'Sur « Ouvrir le samedi »');
    button(commons, 'Ajouter le commentaire').click();
    await sees(commons, 'Écrivez d’abord votre commentaire.');
    const field = commons.shadowRoot!.querySelector<HTMLTextAreaElement>('#remark-text')!;
    await waitUntil(() => commons.shadowRoot!.activeElement === field);
    await accessible(commons);
    field.value = '<b>Oui</b>';
    field.dispatchEvent(new Event('input'));
    await commons.updateComplete;
    button(commons, 'Ajouter le commentaire').click();
    await sees(commons, 'Commentaires (2)');
    await sees(commons, '<b>Oui</b>');
    await sees(commons, '– Accueil du CCAS');
    expect(field.value).to.equal('');
    commons.shadowRoot!.querySelector<HTMLElement>('[part=remarks] li:last-of-type button')!.click();
    await sees(commons, 'Commentaire retiré.');
    await sees(commons, 'Commentaires (1)');
    await accessible(commons);
  });

  it('moves in the page without losing anything', async () => {
    const commons = await show();
    commons.workspace!.put(action(1));
    const other = await fixture(html`<div></div>`);
    other.append(commons);
    await ready(commons);
    await waitUntil(() => inside(commons).titles.length === 1);
  });

  it('undoes and does again', async () => {
    const commons = await show();
    expect((button(commons, 'Annuler') as HTMLButtonElement).disabled).to.equal(true);
    commons.workspace!.put(action(1));
    await commons.updateComplete;
    button(commons, 'Annuler').click();
    await waitUntil(() => inside(commons).titles.length === 0);
    await sees(commons, 'Changement annulé.');
    button(commons, 'Rétablir').click();
    await waitUntil(() => inside(commons).titles.length === 1);
  });

  it('opens a file at once when it is empty, else asks, brings together, and takes it back', async () => {
    const commons = await show();
    choose(commons, file(action(1)));
    await sees(commons, '« espace.json » est ouvert');
    await sees(commons, '1 fiche ajoutée');
    expect((commons.shadowRoot!.activeElement as HTMLElement).innerText).to.include('est ouvert');
    button(commons, 'Fermer').click();
    choose(commons, file(action(1), action(2), action(3)), 'collègue.json');
    await sees(commons, 'Que faire de « collègue.json » ?');
    await sees(commons, 'contient déjà 1 fiche.');
    await accessible(commons);
    expect(inside(commons).titles).to.have.length(1);
    button(commons, 'Réunir les deux').click();
    await sees(commons, '2 fiches ajoutées');
    await sees(commons, '1 fiche identique');
    button(commons, 'Annuler cette ouverture').click();
    await waitUntil(() => inside(commons).titles.length === 1);
  });

  it('replaces by a file, and takes that back too', async () => {
    const commons = await show();
    commons.workspace!.put(action(1));
    commons.workspace!.checkpoint();
    choose(commons, file(action(2)));
    await sees(commons, 'Que faire');
    button(commons, 'Remplacer').click();
    await waitUntil(() => inside(commons).titles.join() === 'Action 2');
    await sees(commons, '1 fiche retirée');
    button(commons, 'Annuler cette ouverture').click();
    await waitUntil(() => inside(commons).titles.join() === 'Action 1');
  });

  it('says of a file that it cannot be opened, and why', async () => {
    const commons = await show();
    choose(commons, '{"records": [');
    await sees(commons, '« espace.json » n’a pas été ouvert');
    await sees(commons, 'il est coupé');
    await accessible(commons);
    choose(commons, '{"$schema":"urn:assembleurs:workspace:9","records":[]}');
    await sees(commons, 'version plus récente de l’outil (9)');
  });

  it('shows what is set aside, with its reason, and removes it when asked, not for ever', async () => {
    const commons = await show();
    choose(commons, file(action(1), { ...action(2), title: 3 }, { ...action(3), version: 12 }, { ...action(4), type: 'nouveau' }));
    await sees(commons, '3 fiches mises de côté');
    button(commons, 'fiches mises de côté').click();
    await sees(commons, 'title : un texte est attendu ici.');
    await sees(commons, 'version plus récente de l’outil (12)');
    await sees(commons, 'ne connaît pas les fiches « nouveau »');
    await accessible(commons);
    expect(commons.toJSON()!.aside).to.have.length(3);
    button(commons, 'Supprimer').click();
    await sees(commons, '2 fiches mises de côté');
    button(commons, 'Annuler').click();
    await sees(commons, '3 fiches mises de côté');
  });

  it('begins with the page’s own file when nothing is there yet', async () => {
    const src = URL.createObjectURL(new Blob([file(action(7))]));
    const commons = await show({ src });
    await waitUntil(() => inside(commons).titles.join() === 'Action 7');
    commons.workspace!.put(action(7, 'Changée'));
    await sees(commons, 'Enregistré sur');
    const key = commons.storageKey;
    commons.remove();
    expect(inside(await show({ src, 'storage-key': key })).titles).to.deep.equal(['Changée']);
    await sees(await show({ src: '/nowhere.json' }), 'Le point de départ de cet espace n’a pas pu être chargé');
  });

  it('keeps the workspace of a later version as it is', async () => {
    const commons = await show();
    commons.workspace!.put(action(1));
    const { doc } = commons.session!.workspace;
    doc.getMap('meta').set('format', 2);
    await sees(commons, 'enregistré par une version plus récente de l’outil');
    expect(commons.workspace!.put(action(2))).to.have.property('problems');
    expect(text(commons)).not.to.include('Rétablir');
    await accessible(commons);
  });

  it('changes nothing when the page says readonly', async () => {
    const commons = await show({ readonly: '' });
    expect(commons.workspace!.readonly).to.equal(true);
    expect(text(commons)).not.to.include('Ouvrir un fichier');
    expect(text(commons)).to.include('Enregistrer un fichier');
  });

  it('speaks English', async () => {
    const commons = await show({ lang: 'en' });
    await sees(commons, 'Each change is saved on this device');
    choose(commons, file(action(1)));
    await sees(commons, '1 record added');
  });

  it('fits in 320 pixels', async () => {
    const commons = await show();
    commons.parentElement!.style.width = '320px';
    choose(commons, file(action(1), { ...action(2), title: 3 }));
    await sees(commons, 'est ouvert');
    expect(commons.scrollWidth).to.be.at.most(320);
    for (const each of commons.shadowRoot!.querySelectorAll('button')) expect(each.getBoundingClientRect().right).to.be.at.most(commons.getBoundingClientRect().right);
  });

  it('takes an invitation out of the address', async () => {
    const link = invitationLink('https://commune.example/plan#x', { workspace: 'ws-1', token: 'a'.repeat(43) });
    expect(link).to.equal(`https://commune.example/plan#asb-workspace=ws-1.${'a'.repeat(43)}`);
    location.hash = new URL(link).hash;
    const commons = await show({ collector: NOBODY });
    expect(location.hash).to.equal('');
    await sees(commons, 'Hors connexion : vos changements partiront au retour');
  });

  it('writes nothing until the collector told what the invitation allows, then as it told last, also when it cannot be reached', async () => {
    const invitation = { workspace: 'ws-1', token: 'b'.repeat(43) };
    const key = `told-${String(Math.random())}`;
    const src = URL.createObjectURL(new Blob([file(action(7))]));
    const open = async (): Promise<AsbCommons> => {
      const commons = await show({ collector: NOBODY, 'storage-key': key, src });
      await sees(commons, 'Hors connexion');
      return commons;
    };
    location.hash = new URL(invitationLink(location.href, invitation)).hash;
    const first = await open();
    await sees(first, 'Lecture seule jusqu’à la réponse du hub');
    await accessible(first);
    expect(first.workspace!.put(action(1))).to.have.property('problems');
    expect(remarkRoom(first.workspace!)).to.equal(undefined);
    first.remove();

    keepRole(key, invitation, 'comment');
    const commenter = await open();
    await sees(commenter, 'Commentaires seulement');
    expect(commenter.workspace!.put(action(1))).to.have.property('problems');
    expect(remarkRoom(commenter.workspace!)).to.equal(commenter.workspace!.comments);
    commenter.remove();

    keepRole(key, invitation, 'edit');
    location.hash = new URL(invitationLink(location.href, invitation)).hash; // the same link again forgets nothing
    const editor = await open();
    expect(inside(editor).titles, 'nobody knows yet what the collector has').to.deep.equal([]);
    editor.workspace!.put(action(1));
    await sees(editor, 'Enregistré sur cet appareil');
    editor.remove();

    location.hash = new URL(invitationLink(location.href, { ...invitation, token: 'c'.repeat(43) })).hash;
    keepRole(key, invitation, 'edit');
    const other = await open();
    expect(inside(other).titles).to.deep.equal(['Action 1']);
    expect(other.workspace!.readonly, 'another invitation begins anew').to.equal(true);
  });
});
