import '@assembleurs/elements/define/self-assessment.js';
import type { Assessment, GridSource } from '@assembleurs/commons/assessment';
import { coordinationGrid } from '@assembleurs/commons/content/coordination-grid';
import { criteriaOf, newAssessment, takeSnapshot, withAgreement, withAnswer, withChoice, withNote, withRespondent, withSnapshot } from '@assembleurs/commons/assessment';
import { recordId } from '@assembleurs/commons/record';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface Args {
  commune?: string;
  lang?: string;
  hub?: boolean;
  readonly?: boolean;
  src?: string;
  grid?: GridSource | Record<string, unknown>;
  value?: Assessment;
  /** Tells a story's data apart from the others'. */
  key: string;
}

export const assess = ({ commune, lang, hub, readonly, src, grid, value, key }: Args): TemplateResult => html`
  <asb-self-assessment
    commune=${ifDefined(commune)}
    lang=${ifDefined(lang)}
    src=${ifDefined(src)}
    storage-key=${key}
    ?hub=${hub ?? false}
    ?readonly=${readonly ?? false}
    .grid=${grid}
    .value=${value}
    >Chargement…</asb-self-assessment
  >
`;

const AT = '2026-05-12T09:00:00Z';
const id = (n: number) => recordId(new Uint8Array(16).fill(n));
const level = (n: number): 1 | 2 | 3 | 4 => ((n % 4) + 1) as 1 | 2 | 3 | 4;

/** A fictitious assessment: three people, some gaps, most criteria agreed on, a picture six months old. */
export function sample(): Assessment {
  const grid = coordinationGrid();
  const criteria = criteriaOf(grid).filter(({ axis }) => !axis.optional).map(({ criterion }) => criterion.id);
  let one = newAssessment(grid, { id: id(1), now: AT, territory: { code: '59350', name: 'Lille (fictif)', population: 236_000 } });
  for (const [person, role] of [['p1', 'elu'], ['p2', 'ccas'], ['p3', 'mediateur']] as const) one = withRespondent(one, { id: person, role, label: '' });
  criteria.forEach((criterion, at) => {
    one = withAnswer(one, 'p1', criterion, { value: level(at) });
    one = withAnswer(one, 'p2', criterion, { value: level(at + (at % 3)) });
    if (at % 4 !== 1) one = withAnswer(one, 'p3', criterion, { value: at % 5 === 0 ? 'dk' : level(at) });
    if (at % 6 !== 5) one = withAgreement(one, criterion, at === 7 ? 'na' : level(at), AT);
  });
  one = withSnapshot(one, takeSnapshot(grid, one, { id: id(2), at: AT, label: 'Printemps' }));
  one = withAgreement(withAgreement(one, 'elected_delegate', 3, AT), 'body_meets', 3, AT);
  one = withNote(one, 'elected_delegate', { comment: 'Arrêté du 3 mai.', evidence: 'https://commune.example/arrete' });
  return withChoice(one, 'contact_person_write_mission', { state: 'kept' });
}
