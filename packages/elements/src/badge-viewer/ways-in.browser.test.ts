/** The ways in and out that a browser test can only reach in part: dropped folders, photos of codes, the system's own sharing. */
import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import '../define/badge-viewer.ts';
import { achievementType } from './achievement-type.ts';
import type { BadgeChangeEvent } from './events.ts';
import { achievementsFr } from './messages/achievements-fr.ts';
import { accessible, button, CLASS, drop, HOSTED, ISSUER, openAll, paste, qrPicture, sample, sees, show, text, watchingFetch, within } from './test-support.ts';

const fileEntry = (file: File): object => ({ isFile: true, isDirectory: false, name: file.name, file: (done: (file: File) => void) => { done(file); } });

/** As browsers do, the children come a few at a time, then none. */
const folderEntry = (name: string, children: readonly object[]): object => ({
  isFile: false, isDirectory: true, name,
  createReader: () => {
    const left = [...children];
    return { readEntries: (done: (some: readonly object[]) => void) => { setTimeout(() => { done(left.splice(0, 2)); }); } };
  },
});

const lockedFolder = { isFile: false, isDirectory: true, name: 'prive', createReader: () => ({ readEntries: (_done: unknown, fail: (error: Error) => void) => { fail(new DOMException('', 'NotReadableError')); } }) };

/** A script cannot put a folder in a transfer: the entries alone are not the browser's. */
function dropEntries(viewer: HTMLElement, ...entries: readonly object[]): void {
  const transfer = new DataTransfer();
  entries.forEach((_, index) => transfer.items.add(new File([''], String(index))));
  const waiting = [...entries];
  const real = Object.getOwnPropertyDescriptor(DataTransferItem.prototype, 'webkitGetAsEntry');
  Object.defineProperty(DataTransferItem.prototype, 'webkitGetAsEntry', { configurable: true, value: () => waiting.shift() ?? null });
  try {
    viewer.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  } finally {
    if (real) Object.defineProperty(DataTransferItem.prototype, 'webkitGetAsEntry', real);
  }
}

describe('<asb-badge-viewer>: folders', () => {
  it('reads a dropped folder, and the folders in it, and passes over what is no badge', async () => {
    const viewer = await show();
    const [good, expired, altered] = [await sample('bibliotheque-partenaire.svg'), await sample('participation-retex.svg'), await sample('modifie.json')];
    const changed = oneEvent<BadgeChangeEvent>(viewer, 'asb-change');
    dropEntries(viewer, folderEntry('badges', [fileEntry(good), fileEntry(new File(['x'], 'photo.heic')), fileEntry(new File(['x'], '.DS_Store')), folderEntry('2024', [fileEntry(expired)]), folderEntry('vide', [])]), fileEntry(altered));
    expect((await changed).sources.map(({ name }) => name).sort()).to.deep.equal(['bibliotheque-partenaire.svg', 'modifie.json', 'participation-retex.svg']);
    await sees(viewer, '3 badges lus');
    await sees(viewer, '1 : Modifié');
    await accessible(viewer);
  });

  it('says that a folder holds no badge, or cannot be read', async () => {
    const viewer = await show();
    for (const folder of [folderEntry('vide', []), folderEntry('photos', [fileEntry(new File(['x'], 'a.heic'))]), lockedFolder]) {
      dropEntries(viewer, folder);
      await sees(viewer, 'ne contient aucun fichier qui puisse être un badge');
      drop(viewer, await sample('modifie.json'));
      await waitUntil(() => !text(viewer).includes('ne contient aucun fichier'), 'the note goes');
    }
  });
});

describe('<asb-badge-viewer>: QR codes in files', () => {
  for (const [kind, picture] of [
    ['a screenshot', () => qrPicture('capture.png', 'image/png')], ['a photo', () => qrPicture('photo.jpg', 'image/jpeg', { around: 150 })],
  ] as const) {
    it(`reads the code of ${kind} that is dropped or chosen like any file, and asks nobody`, async () => {
      const viewer = await show();
      await watchingFetch({}, async (asked) => {
        drop(viewer, await picture());
        await sees(viewer, 'Badge en ligne, pas encore lu');
        expect(text(viewer)).to.include('Interroger hub.example');
        await accessible(viewer);
        drop(viewer, await sample('modifie.json'));
        await sees(viewer, 'Ne vous y fiez pas');
        const transfer = new DataTransfer();
        transfer.items.add(await picture());
        const input = within(viewer, 'input[type=file]') as HTMLInputElement;
        input.files = transfer.files;
        input.dispatchEvent(new Event('change'));
        await sees(viewer, 'Badge en ligne, pas encore lu');
        expect(asked).to.deep.equal([]);
      });
    });
  }

  it('says that there is neither badge nor code', async () => {
    const viewer = await show();
    drop(viewer, await qrPicture('photo.jpg', 'image/jpeg', { around: 20, code: false }));
    await sees(viewer, 'sans badge ni QR code lisible');
    drop(viewer, await qrPicture('capture.png', 'image/png', { code: false }));
    await waitUntil(() => viewer.verdict?.messages.some(({ code }) => code === 'png.missing'), 'the picture is judged');
    expect(within(viewer, 'h2').innerText).to.equal('Illisible');
  });

  it('reads a badge that is whole in the code, and leaves other codes alone', async () => {
    const place = globalThis as { BarcodeDetector?: unknown };
    const real = place.BarcodeDetector;
    let said = await (await sample('emetteur-inconnu.json')).text();
    place.BarcodeDetector = class { detect(): Promise<readonly object[]> { return Promise.resolve([{ rawValue: said }]); } };
    try {
      const viewer = await show();
      drop(viewer, await qrPicture('photo.jpg', 'image/jpeg'));
      await sees(viewer, 'émetteur à confirmer');
      expect(text(viewer)).to.include('Télécharger en JSON');
      for (const other of ['WIFI:S:mairie;P:secret;;', 'http://hub.example/', 'javascript:alert(1)', 'mailto:a@hub.example']) {
        said = other;
        drop(viewer, await qrPicture('photo.jpg', 'image/jpeg'));
        await sees(viewer, 'sans badge ni QR code lisible');
        expect(text(viewer)).not.to.include('secret');
        drop(viewer, await sample('modifie.json'));
        await sees(viewer, 'Ne vous y fiez pas');
      }
    } finally {
      if (real === undefined) delete place.BarcodeDetector;
      else place.BarcodeDetector = real;
    }
  });
});

describe('<asb-badge-viewer>: sharing', () => {
  const ANSWERS = { 'https://badges.example.org/1': HOSTED, 'https://badges.example.org/classe': CLASS, 'https://badges.example.org/emetteur': ISSUER };

  it('hands the name and the address to the system, and copies the address where that is refused', async () => {
    const viewer = await show();
    const shared: ShareData[] = [];
    let outcome: () => Promise<void> = () => Promise.resolve();
    const real = Object.getOwnPropertyDescriptor(navigator, 'share');
    Object.defineProperty(navigator, 'share', { configurable: true, value: (data: ShareData) => { shared.push(data); return outcome(); } });
    try {
      await watchingFetch(ANSWERS, async () => {
        await paste(viewer, 'https://badges.example.org/1');
        await sees(viewer, 'Interroger badges.example.org');
        button(viewer, 'Interroger').click();
        await sees(viewer, 'Territoire engagé');
        button(viewer, 'Partager le lien').click();
        await waitUntil(() => shared.length === 1, 'it is handed over');
        expect(shared[0]).to.deep.equal({ title: 'Territoire engagé', url: 'https://badges.example.org/1' });
        outcome = () => Promise.reject(new DOMException('', 'AbortError'));
        button(viewer, 'Partager le lien').click();
        await waitUntil(() => shared.length === 2, 'it is handed over again');
        await viewer.updateComplete;
        expect(text(viewer)).not.to.match(/Le lien est copié|La copie n’est pas permise/);
        outcome = () => Promise.reject(new DOMException('', 'NotAllowedError'));
        button(viewer, 'Partager le lien').click();
        await waitUntil(() => /Le lien est copié|La copie n’est pas permise/.test(text(viewer)), 'it is copied instead');
        await accessible(viewer);
      });
    } finally {
      if (real) Object.defineProperty(navigator, 'share', real);
      else Reflect.deleteProperty(navigator, 'share');
    }
  });
});

describe('<asb-badge-viewer>: the content’s hash', () => {
  it('is that of what shows, once the issuer was asked too', async () => {
    const viewer = await show();
    await watchingFetch({ 'https://badges.example.org/1': HOSTED, 'https://badges.example.org/classe': CLASS, 'https://badges.example.org/emetteur': ISSUER }, async () => {
      const hash = (): string => /\b[\da-f]{64}\b/.exec(within(viewer, '[part=expert]').innerText)?.[0] ?? '';
      await paste(viewer, HOSTED);
      await sees(viewer, 'Interroger badges.example.org');
      await openAll(viewer);
      await waitUntil(() => hash() !== '', 'the hash shows');
      const before = hash();
      button(viewer, 'Interroger').click();
      await sees(viewer, 'Territoire engagé');
      await waitUntil(() => hash() !== '' && hash() !== before, 'the hash follows');
    });
  });
});

describe('<asb-badge-viewer>: lists of one', () => {
  it('shows what stands in them, for the signature holds over both writings', async () => {
    const viewer = await show();
    const badge = JSON.parse(await (await sample('emetteur-inconnu.json')).text()) as { description?: string; credentialSubject: { achievement: Record<string, unknown> }; issuer: Record<string, unknown> };
    const { achievement } = badge.credentialSubject;
    viewer.value = JSON.stringify({
      ...badge, issuer: { ...badge.issuer, name: [badge.issuer['name']] },
      credentialSubject: [{ ...badge.credentialSubject, achievement: [{ ...achievement, criteria: [achievement['criteria']], achievementType: ['Badge'], image: [achievement['image']] }] }],
    });
    await sees(viewer, 'Bibliothèque partenaire');
    expect(viewer.verdict?.state).to.equal('verified');
    expect(within(viewer, '[part=issuer]').innerText).to.include('Hub de démonstration');
    expect(within(viewer, '[part=type]').innerText).to.equal('Badge');
    expect(within(viewer, '[part=criteria]').innerText).to.include('convention');
    expect(within(viewer, 'img.picture').getAttribute('src')).to.match(/^data:image/);
  });
});

describe('<asb-badge-viewer>: the kind of achievement', () => {
  it('is told in the person’s language, and as it is written when it is not a known one', async () => {
    const badge = JSON.parse(await (await sample('emetteur-inconnu.json')).text()) as { credentialSubject: { achievement: object } };
    const of = (achievementType: unknown): string => JSON.stringify({ ...badge, credentialSubject: { ...badge.credentialSubject, achievement: { ...badge.credentialSubject.achievement, achievementType } } });
    for (const [lang, type, words] of [['fr', 'Competency', 'Compétence'], ['fr', 'CertificateOfCompletion', 'Attestation de fin de formation'], ['en', 'CertificateOfCompletion', 'Certificate of completion'], ['en', 'MasterDegree', 'Master’s degree'], ['fr', 'ext:Passeport', 'ext:Passeport'], ['fr', 'toString', 'toString']] as const) {
      const viewer = await show({ lang });
      viewer.value = of(type);
      await waitUntil(() => viewer.shadowRoot?.querySelector('[part=type]'), `the kind shows: ${type}`);
      await sees(viewer, words);
      expect(within(viewer, '[part=type]').innerText).to.equal(words);
    }
    const viewer = await show();
    viewer.value = of(undefined);
    await sees(viewer, 'Délivré par');
    expect(viewer.shadowRoot?.querySelector('[part=type]')).to.equal(null);
  });

  it('has words for every kind, without the joins of its name', () => {
    for (const type of Object.keys(achievementsFr)) {
      for (const lang of ['fr', 'en'] as const) expect(achievementType(type, lang), type).to.match(/^\p{Lu}[^A-Z]+$/u);
    }
  });
});
