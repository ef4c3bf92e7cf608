import { expect } from '@open-wc/testing';

import { FIXED, FIXED_PNG } from './testing/fixed.ts';
import { verify } from './verify.ts';

const options = { now: new Date('2026-11-23T12:00:00Z') };

describe('verify, in a browser', () => {
  for (const [name, badge] of Object.entries(FIXED)) {
    it(`${name}: verified, and not once a word has changed`, async () => {
      const verdict = await verify(badge, options);
      expect(verdict.state, verdict.messages.map(({ code }) => code).join()).to.equal('verified');
      const altered = await verify(badge.startsWith('{') ? badge.replace('partenaire', 'partenaires') : `${badge.slice(0, -8)}AAAAAAAA`, options);
      expect(altered.state).to.equal('altered');
    });
  }

  it('reads a baked picture, and refuses a swollen one', async () => {
    const bytes = Uint8Array.from(atob(FIXED_PNG), (unit) => unit.charCodeAt(0));
    expect((await verify(bytes, options)).state).to.equal('verified');
    expect((await verify(bytes.subarray(0, 300), options)).state).to.equal('unreadable');
  });

  it('makes no request of its own', async () => {
    const before = performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin)).length;
    await verify(FIXED['eddsa-rdfc-2022']?.replace('did:key:', 'did:web:') ?? '', options);
    expect(performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin)).length).to.equal(before);
  });
});
