import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSession } from '../../survey/index.ts';
import { Territory, territoryFromJson } from '../../territory/index.ts';
import { mel } from '../../territory/mel.ts';
import { communeSurvey } from '../commune-survey/index.ts';
import { demoAnswers, isFictitious } from './index.ts';

const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];

describe('fictitious answers', () => {
  test('are valid for the questionnaire, and nothing of them is dropped', () => {
    for (const { commune, answers } of demoAnswers(2026, 190, mel())) {
      const session = createSession(communeSurvey, { answers });
      assert.deepEqual(session.validate().map(({ path, code }) => `${commune} ${path}: ${code}`), []);
      assert.deepEqual(session.complete(), answers);
    }
  });

  test('cover every commune once before any comes twice', () => {
    const communes = demoAnswers(1, 95, mel()).map(({ commune }) => commune);
    assert.equal(new Set(communes).size, 95);
    assert.deepEqual(demoAnswers(1, 12, mel()).map(({ commune }) => commune), communes.slice(0, 12));
  });

  test('are the same for the same seed, others for another', () => {
    assert.deepEqual(demoAnswers(7, 20, mel()), demoAnswers(7, 20, mel()));
    assert.notDeepEqual(demoAnswers(7, 20, mel()), demoAnswers(8, 20, mel()));
  });

  test('say that they are fictitious, and every address ends in .example', () => {
    for (const { answers } of demoAnswers(3, 95, mel())) {
      assert.ok(isFictitious(answers));
      for (const address of texts(answers).filter((text) => text.includes('@'))) assert.match(address, /^[a-z]+@[a-z-]+\.example$/);
    }
    assert.ok(!isFictitious({ commentaire: 'Rien de fictif ici' }));
  });

  test('differ with the size of the commune: cities have more help on offer than villages', () => {
    const all = demoAnswers(5, 950, mel());
    const share = (stratum: string): number => {
      const some = all.filter(({ commune }) => mel().stratumOf(commune) === stratum);
      return some.filter(({ answers }) => answers['offre_existe'] === 'oui').length / some.length;
    };
    assert.ok(share('gt50000') > share('lt3500') + 0.2);
  });

  test('of another territory speak of its communes only, and of an empty one not at all', () => {
    const read = territoryFromJson({ epci: { siren: '', nom: 'Deux' }, communes: [{ code: '01001', nom: 'A' }, { code: '01002', nom: 'B', population: 10 }] });
    assert.ok('territory' in read);
    assert.deepEqual(demoAnswers(1, 2, read.territory).map(({ commune }) => commune).sort(), ['01001', '01002']);
    assert.deepEqual(demoAnswers(1, 2, new Territory({ code: '', name: '', communes: [] })), []);
  });
});
