import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attendance, Meeting } from './index.ts';

const meeting = Meeting.parse({
  id: 'urn:uuid:5b2c2b0e-7a51-4f0e-9f5a-000000000009', type: 'meeting', title: 'Atelier RETEX', date: '2026-11-20',
  attendees: [
    { id: '1', name: 'Accueil ; bureau', email: 'accueil@commune.example', organisation: 'Mairie fictive' },
    { id: '2', name: 'Médiation', email: 'mediation@commune.example', organisation: 'Mairie fictive', present: false },
    { id: '3', name: 'Prêt "jeunesse"', organisation: 'Médiathèque fictive' },
  ],
});

test('those present, by their address; a separator in a name stays in its cell', () => {
  assert.equal(attendance(meeting, 'person'), 'accueil@commune.example;"Accueil ; bureau"\n"Prêt ""jeunesse"""');
});

test('each organisation once', () => {
  assert.equal(attendance(meeting, 'organisation'), 'Mairie fictive\nMédiathèque fictive');
});

test('a meeting of the future, without anybody yet; a day that does not exist is refused', () => {
  assert.deepEqual(Meeting.parse({ id: meeting.id, type: 'meeting', title: 'Atelier' }).attendees, []);
  assert.equal(Meeting.safeParse({ ...meeting, date: '2026-02-30' }).success, false);
});
