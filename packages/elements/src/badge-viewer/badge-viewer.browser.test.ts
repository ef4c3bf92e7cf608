import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/badge-viewer.ts';
import type { AsbBadgeViewer } from './badge-viewer.ts';
import { accessible, button, CLASS, drop, HOSTED, ISSUER, openAll, paste, qrPicture, sample, sampleUrl, sees, show, text, watchingFetch, within } from './test-support.ts';

describe('<asb-badge-viewer>', () => {
  it('says what to do before any badge, and can be used with the keyboard alone', async () => {
    const viewer = await show();
    expect(text(viewer)).to.include('Vérifier un badge');
    await accessible(viewer);
    await sendKeys({ press: 'Tab' });
    expect((viewer.shadowRoot?.activeElement as HTMLElement | null)?.innerText).to.equal('Choisir un fichier');
    button(viewer, 'Coller un badge').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => viewer.shadowRoot?.activeElement?.localName === 'textarea', 'the field has the focus');
    await accessible(viewer);
    await sendKeys({ type: '{"a":' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await sees(viewer, 'coupé ou abîmé');
    expect((viewer.shadowRoot?.activeElement as HTMLElement | null)?.innerText).to.equal('Illisible');
    await accessible(viewer);
  });

  it('tells a good badge at once: state, issuer, recipient, dates, criteria, evidence', async () => {
    const viewer = await show();
    drop(viewer, await sample('bibliotheque-partenaire.svg'));
    await sees(viewer, 'Hub de démonstration');
    expect(within(viewer, 'h2').innerText).to.equal('Vérifié');
    expect(within(viewer, '[part~=verdict]').className).to.include('ok');
    expect(within(viewer, '[part=facts]').innerText).to.match(/Hub de démonstration\s+émetteur connu[\s\S]*mediatheque@commune\.example[\s\S]*12 mai 2026[\s\S]*sans limite/);
    expect(within(viewer, '[part=criteria] strong').innerText).to.equal('convention');
    expect(within(viewer, '[part=evidence]').innerText).to.include('Programme des permanences');
    await waitUntil(() => (within(viewer, 'img.picture') as HTMLImageElement).naturalWidth > 0, 'the picture shows');
    await openAll(viewer);
    await sees(viewer, 'Empreinte du contenu');
    expect(within(viewer, '[part=expert]').innerText).to.match(/eddsa-rdfc-2022[\s\S]*\b[\da-f]{64}\b/);
    await accessible(viewer);
    expect(within(viewer, 'a[href*=linkedin]').getAttribute('href')).to.include('organizationName=Hub+de+d%C3%A9monstration');
  });

  it('does not let a stranger who signs well look good', async () => {
    const viewer = await show();
    drop(viewer, await sample('emetteur-inconnu.json'));
    await sees(viewer, 'émetteur à confirmer');
    expect(within(viewer, '[part~=verdict]').className).not.to.include('ok');
    expect(within(viewer, '[part=issuer]').innerText).to.include('nom non prouvé');
    expect(text(viewer)).to.include('rien ne prouve que c’est bien lui');
    await accessible(viewer);
  });

  it('does not let a stranger’s badge look good beside a known one', async () => {
    const viewer = await show();
    const known = /<!\[CDATA\[(.*?)\]\]>/s.exec(await (await sample('bibliotheque-partenaire.svg')).text())?.[1] ?? '';
    const strange = await (await sample('emetteur-inconnu.json')).text();
    await paste(viewer, `{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiablePresentation"],"verifiableCredential":[${known},${strange}]}`);
    await sees(viewer, '2 badges dedans');
    expect(viewer.verdict?.state).to.equal('verified');
    expect(within(viewer, '[part~=verdict]').className).not.to.include('ok');
    expect(within(viewer, '[part=parts]').innerText).to.match(/Vérifié[\s\S]*émetteur à confirmer/);
    await accessible(viewer);
  });

  it('tells an expired and an altered badge by word, sign and colour', async () => {
    const viewer = await show();
    drop(viewer, await sample('participation-retex.svg'));
    await sees(viewer, 'Il a été valable jusqu’au 12 mai 2025');
    expect(within(viewer, '[part~=verdict]').innerText).to.match(/^◷\s+Expiré/);
    await accessible(viewer);
    drop(viewer, await sample('modifie.json'));
    await sees(viewer, 'Ne vous y fiez pas');
    expect(within(viewer, '[part~=verdict]').innerText).to.match(/^✕\s+Modifié/);
    expect(viewer.shadowRoot?.querySelector('a[href*=linkedin]')).to.equal(null);
    await accessible(viewer);
  });

  it('compares an address on the device', async () => {
    const viewer = await show();
    drop(viewer, await sample('bibliotheque-partenaire.svg'));
    await sees(viewer, 'Est-ce mon badge');
    await watchingFetch({}, async (asked) => {
      const compare = async (email: string): Promise<void> => {
        within(viewer, '[part=mine]').setAttribute('open', '');
        (within(viewer, 'input[type=email]') as HTMLInputElement).value = email;
        button(viewer, 'Comparer').click();
        await sees(viewer, email);
      };
      await compare('Mediatheque@commune.example');
      await sees(viewer, 'Oui : ce badge a été attribué à Mediatheque@commune.example');
      await compare('autre@commune.example');
      await sees(viewer, 'Non : ce badge n’a pas été attribué à autre@commune.example');
      expect(asked).to.deep.equal([]);
    });
    await accessible(viewer);
  });

  it('asks nobody before a click that names the host, then everything it needs there', async () => {
    const viewer = await show();
    await watchingFetch({ 'https://badges.example.org/1': HOSTED, 'https://badges.example.org/classe': CLASS, 'https://badges.example.org/emetteur': ISSUER }, async (asked) => {
      await paste(viewer, HOSTED);
      await sees(viewer, 'Émetteur non prouvé');
      expect(text(viewer)).to.include('Interroger badges.example.org');
      expect(asked).to.deep.equal([]);
      await accessible(viewer);
      button(viewer, 'Interroger badges.example.org').click();
      await sees(viewer, 'Territoire engagé');
      await sees(viewer, 'prouvé par badges.example.org');
      expect(within(viewer, 'h2').innerText).to.equal('Vérifié');
      await waitUntil(() => viewer.shadowRoot?.activeElement === within(viewer, 'h2'), 'the focus is on the answer');
      expect(new Set(asked)).to.deep.equal(new Set(['https://badges.example.org/1', 'https://badges.example.org/classe', 'https://badges.example.org/emetteur']));
      // Its picture stands there too, and is another question.
      expect(viewer.shadowRoot?.querySelector('img')).to.equal(null);
      expect(text(viewer)).to.include('Afficher l’image (demandée à badges.example.org)');
    });
  });

  it('says that a host did not answer, and asks again when told to', async () => {
    const viewer = await show();
    const answers: Record<string, string> = {};
    await watchingFetch(answers, async () => {
      await paste(viewer, 'https://badges.example.org/1');
      await sees(viewer, 'Badge en ligne, pas encore lu');
      button(viewer, 'Interroger').click();
      await sees(viewer, 'badges.example.org n’a pas répondu');
      await accessible(viewer);
      Object.assign(answers, { 'https://badges.example.org/1': HOSTED, 'https://badges.example.org/classe': CLASS, 'https://badges.example.org/emetteur': ISSUER });
      button(viewer, 'Réessayer').click();
      await sees(viewer, 'Territoire engagé');
      expect(text(viewer)).to.include('Partager le lien');
    });
  });

  it('shows what a badge says as text, whatever it is', async () => {
    const viewer = await show();
    const hostile = '<img src=x onerror="globalThis.stolen=1">';
    const badge = { ...(JSON.parse(HOSTED) as object), badge: { ...(JSON.parse(CLASS) as object), name: `Bon \u202Egdab\u202C ${hostile}`, description: hostile,
      image: 'data:text/html,<script>stolen=1</script>', criteria: { narrative: `${hostile}\n\n[ici](javascript:stolen=1) et [là](https://ailleurs.example/x)\n\n# Grand titre` } }, evidence: [{ id: 'javascript:stolen=1', name: 'Preuve' }] };
    await paste(viewer, JSON.stringify(badge));
    await sees(viewer, hostile);
    expect(viewer.shadowRoot?.querySelector('img, script, h1')).to.equal(null);
    expect([...(viewer.shadowRoot?.querySelectorAll('a') ?? [])].map(({ protocol }) => protocol).every((protocol) => protocol === 'https:')).to.be.true;
    expect(within(viewer, '[part=name]').innerText).not.to.match(/[\u202a-\u202e]/);
    expect((globalThis as { stolen?: number }).stolen).to.equal(undefined);
    const link = within(viewer, '[part=criteria] a');
    expect(link.getAttribute('rel')).to.include('noopener').and.include('nofollow');
    await accessible(viewer);
  });

  it('does not take for an endorsement a good credential that is none', async () => {
    const viewer = await show();
    const known = /<!\[CDATA\[(.*?)\]\]>/s.exec(await (await sample('bibliotheque-partenaire.svg')).text())?.[1] ?? '{}';
    const badge = JSON.parse(await (await sample('emetteur-inconnu.json')).text()) as object;
    await paste(viewer, JSON.stringify({ ...badge, endorsement: [JSON.parse(known) as object] }));
    await sees(viewer, 'Soutiens');
    expect(within(viewer, '[part=endorsements] .tag').className).to.include('bad');
    expect(within(viewer, '[part=endorsements]').innerText).to.include('ne pas en tenir compte');
  });

  it('reads names that are made to break it, and offers no private host', async () => {
    const viewer = await show();
    const badge = JSON.parse(await (await sample('emetteur-inconnu.json')).text()) as Record<string, unknown>;
    await paste(viewer, JSON.stringify({ ...badge, issuer: { id: 'did:web:%E0%A4%A', type: ['Profile'], name: 'Piège' } }));
    await sees(viewer, 'Piège');
    await paste(viewer, JSON.stringify({ ...(JSON.parse(HOSTED) as object), id: 'https://192.168.0.1/1', badge: JSON.parse(CLASS) as object }));
    await sees(viewer, 'Territoire engagé');
    expect(text(viewer)).not.to.include('Interroger 192.168');
  });

  it('warns of a name that nobody proves on an expired badge, too', async () => {
    const viewer = await show();
    viewer.removeAttribute('known-issuers');
    viewer.knownIssuers = [];
    drop(viewer, await sample('participation-retex.svg'));
    await sees(viewer, 'Il a été valable jusqu’au');
    expect(text(viewer)).to.include('rien ne prouve que l’émetteur est bien « Hub de démonstration »');
  });

  it('loses nothing that was pasted, and shows what is wrong with an address', async () => {
    const viewer = await show();
    await paste(viewer, '{"coupé');
    await sees(viewer, 'coupé ou abîmé');
    button(viewer, 'Coller un badge').click();
    await viewer.updateComplete;
    expect((within(viewer, 'textarea') as HTMLTextAreaElement).value).to.equal('{"coupé');
    button(viewer, 'Fermer').click();
    drop(viewer, await sample('bibliotheque-partenaire.svg'));
    await sees(viewer, 'Est-ce mon badge');
    // As a picture, an SVG of a stranger runs nothing; a blob opened in a tab of its own would.
    expect(within(viewer, 'img.picture').getAttribute('src')).to.match(/^data:image\/svg/);
    within(viewer, '[part=mine]').setAttribute('open', '');
    button(viewer, 'Comparer').click();
    await sees(viewer, 'Écrivez une adresse');
    expect(within(viewer, 'input[type=email]').getAttribute('aria-invalid')).to.equal('true');
    expect(viewer.shadowRoot?.activeElement?.getAttribute('type')).to.equal('email');
    await accessible(viewer);
  });

  it('says what a file without a badge looks like, and what to do', async () => {
    const viewer = await show();
    for (const [name, bytes, words] of [
      ['diplome.pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], 'C’est un PDF'],
      ['photo.jpg', [0xff, 0xd8, 0xff, 0xe0], 'photo ou une image ordinaire'],
      ['badges.zip', [0x50, 0x4b, 3, 4, 0, 0], 'dossier compressé'],
      ['page.html', [...new TextEncoder().encode('<!doctype html><p>Badge')], 'page web enregistrée'],
      ['vide.json', [], 'Le fichier est vide'],
    ] as const) {
      drop(viewer, new File([Uint8Array.from(bytes)], name));
      await sees(viewer, words);
      expect(within(viewer, 'h2').innerText).to.equal('Illisible');
    }
  });

  it('reads many badges, folded under their verdicts', async () => {
    const viewer = await show();
    const verdicts: string[] = [];
    viewer.addEventListener('asb-verdict', ({ verdict }) => { verdicts.push(verdict.state); });
    const changed = oneEvent(viewer, 'asb-change');
    drop(viewer, await sample('bibliotheque-partenaire.svg'), await sample('participation-retex.svg'), await sample('modifie.json'));
    await changed;
    await sees(viewer, '3 badges lus');
    await sees(viewer, '1 : Modifié');
    expect(verdicts.slice(-3)).to.deep.equal(['verified', 'expired', 'altered']);
    await accessible(viewer);
    within(viewer, '.list summary').click();
    await sees(viewer, 'Ce qu’il fallait faire');
    await accessible(viewer);
    expect(JSON.stringify(viewer)).to.include('"state":"altered"');
  });

  it('reads the QR code of a picture', async () => {
    const viewer = await show();
    button(viewer, 'Lire un QR code').click();
    await viewer.updateComplete;
    await waitUntil(() => viewer.shadowRoot?.querySelector('input[data-qr]'), 'the QR panel opens');
    const transfer = new DataTransfer();
    transfer.items.add(await qrPicture('qr.png', 'image/png'));
    const input = within(viewer, 'input[data-qr]') as HTMLInputElement;
    input.files = transfer.files;
    input.dispatchEvent(new Event('change'));
    await sees(viewer, 'Badge en ligne, pas encore lu');
    expect(text(viewer)).to.include('hub.example');
  });

  it('shows a page’s own badge, whole or in a line', async () => {
    const viewer = await show({ src: sampleUrl('bibliotheque-partenaire.svg'), readonly: '' });
    await sees(viewer, 'Ce qu’il fallait faire');
    expect(viewer.shadowRoot?.querySelector('[part=drop]')).to.equal(null);
    await accessible(viewer);
    viewer.display = 'compact';
    await waitUntil(() => viewer.shadowRoot?.querySelector('.compact'), 'it folds');
    expect(text(viewer)).to.match(/Bibliothèque partenaire[\s\S]*Vérifié[\s\S]*Délivré par Hub de démonstration/);
    await accessible(viewer);
    viewer.href = '/badges/';
    await viewer.updateComplete;
    expect(button(viewer, 'Voir le détail').getAttribute('href')).to.equal('/badges/');
  });

  it('keeps the page’s own words when its badge cannot be loaded, and tries again', async () => {
    const viewer = await fixture<AsbBadgeViewer>(html`<asb-badge-viewer src="/nulle-part.json" readonly lang="fr"><p>Demandez le badge à l’accueil.</p></asb-badge-viewer>`);
    await sees(viewer, 'Le serveur a répondu par une erreur (404)');
    expect(viewer.querySelector('p')?.checkVisibility()).to.be.true;
    await accessible(viewer);
    viewer.src = sampleUrl('bibliotheque-partenaire.svg');
    await sees(viewer, 'Bibliothèque partenaire');
  });

  it('takes a value from a script, before or after it is in the page, and speaks English', async () => {
    const badge = JSON.parse(await (await sample('emetteur-inconnu.json')).text()) as Record<string, unknown>;
    const viewer = document.createElement('asb-badge-viewer');
    viewer.value = badge;
    viewer.lang = 'en';
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(viewer);
    await sees(viewer, 'Valid signature, issuer to be confirmed');
    expect(viewer.verdict?.state).to.equal('verified');
    expect(within(viewer, '[part=facts]').innerText).to.include('12 May 2026');
    viewer.knownIssuers = [{ id: (badge['issuer'] as { id: string }).id, name: 'Demonstration hub' }];
    await waitUntil(() => within(viewer, 'h2').innerText === 'Verified', 'the issuer is known now');
    await accessible(viewer);
  });
});
