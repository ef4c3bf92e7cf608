/**
 * `<asb-survey>` beside SurveyJS and JSON Forms (versions of package.json): weight, first paint, time to ready, reaction to an
 * answer, memory; then the engine alone in Node, beside survey-core. Same questionnaires, same Chromium, a fresh
 * context a run, engines in turn. Goals are the project's own, beside SurveyJS.
 */
import { createSession } from '@assembleurs/commons/survey';
import { readDefinition } from '@assembleurs/commons/survey/definition/read';
import { Model } from 'survey-core';

import { median } from './measure.ts';
import type { BenchOptions, Row } from './measure.ts';
import { fewestControls, inOnePage, thirty, thousand, toSurveyJson } from './survey/forms.ts';
import type { Form } from './survey/forms.ts';
import { Harness } from './survey/harness.ts';
import type { Case, Engine, Sample } from './survey/harness.ts';

const OURS: Engine = { id: 'ours', name: 'asb-survey', without: [], published: 'survey.js' };
const SURVEYJS: Engine = { id: 'surveyjs', name: 'SurveyJS', without: [] };
const JSON_FORMS: Engine = { id: 'jsonforms', name: 'JSON Forms', without: ['checkbox', 'matrix'] };
const PEERS = [SURVEYJS, JSON_FORMS];

const SHORT: Case = { name: '30 questions, one page', form: thirty(), single: true };
const CASES: readonly Case[] = [
  SHORT,
  { name: '1,000 questions, 20 pages', form: thousand(), single: false },
  { name: '1,000 questions, one page', form: inOnePage(thousand()), single: true },
];

const MEASURES = [
  { key: 'ready', name: 'ready', unit: 'ms' },
  { key: 'painted', name: 'navigation to frame', unit: 'ms' },
  { key: 'reaction', name: 'reaction to one answer', unit: 'ms' },
  { key: 'heap', name: 'heap of the survey', unit: 'MB' },
] as const;

/** Least ratios beside SurveyJS, by case then by measure. */
const GOALS: readonly Partial<Record<keyof Sample, number>>[] = [
  { ready: 6, painted: 5 },
  { ready: 8, painted: 5, reaction: 15, heap: 4 },
  { ready: 4, painted: 5, reaction: 15, heap: 4 },
];

function remark(peer: Engine, { form }: Case): string | undefined {
  const missing = fewestControls(form).before - fewestControls(form, peer.without).before;
  return missing > 0 ? `does not draw ${peer.without.join(', ')}: ${String(missing)} controls fewer` : undefined;
}

/** Samples of every engine, taken in turn so that a busy moment of the machine falls on all of them. */
async function sample(harness: Harness, index: number, current: Case, { runs, say }: BenchOptions): Promise<Map<Engine, Sample[]>> {
  const engines = [OURS, ...PEERS];
  const samples = new Map<Engine, Sample[]>(engines.map((engine) => [engine, []]));
  for (let run = 0; run <= runs; run += 1) {
    for (const engine of run % 2 === 0 ? engines : engines.toReversed()) {
      const result = await harness.run(engine, index, current);
      if (run > 0) samples.get(engine)?.push(result); // the first one warms up
    }
    say(`${current.name}: ${run === 0 ? 'warm-up' : `run ${String(run)} of ${String(runs)}`}`);
  }
  return samples;
}

async function* inTheBrowser(options: BenchOptions): AsyncIterable<Row> {
  options.say('building the pages');
  const harness = await Harness.open([OURS, ...PEERS], CASES);
  try {
    for (const peer of PEERS) {
      const [ours, theirs] = [(await harness.weight(OURS, 0, SHORT)) / 1000, (await harness.weight(peer, 0, SHORT)) / 1000];
      yield { metric: 'JavaScript and CSS, gzip', unit: 'kB', ours, peer: theirs, peerName: peer.name, runs: 1 };
    }
    for (const [index, current] of CASES.entries()) {
      const samples = await sample(harness, index, current, options);
      const middle = (engine: Engine, key: keyof Sample) => median((samples.get(engine) ?? []).map((one) => one[key]));
      for (const { key, name, unit } of MEASURES) {
        for (const peer of PEERS) {
          yield {
            metric: `${current.name}: ${name}`,
            unit,
            ours: middle(OURS, key),
            peer: middle(peer, key),
            peerName: peer.name,
            runs: options.runs,
            goal: peer === SURVEYJS ? GOALS[index]?.[key] : undefined,
            note: remark(peer, current),
          };
        }
      }
    }
  } finally {
    await harness.close();
  }
}

/** Median of `runs` measures after a warm-up; `prepare` is not counted. */
function time<T>(runs: number, prepare: () => T, act: (subject: T) => void): number {
  const times = Array.from({ length: runs + 3 }, () => {
    const subject = prepare();
    const start = performance.now();
    act(subject);
    return performance.now() - start;
  });
  return median(times.slice(3));
}

function engineAlone(form: Form, { runs }: BenchOptions): Row[] {
  const json = toSurveyJson(form);
  const shown = <T>(count: number, expected: number, subject: T): T => {
    if (count !== expected) throw new Error(`${String(count)} questions are visible, not ${String(expected)}`);
    return subject;
  };
  const questions = form.pages.flat();
  const off = questions.filter(({ when }) => !when).length;
  const on = questions.filter(({ when }) => !when || when.name === form.switch).length;
  const ours = () => {
    const read = readDefinition(json);
    if ('error' in read) throw new Error(JSON.stringify(read.error));
    return createSession(read.definition);
  };
  const theirs = () => new Model(json);
  const visible = (model: Model) => model.getAllQuestions().filter(({ isVisible }) => isVisible).length;
  const common = { unit: 'ms', peerName: 'survey-core', runs };
  const session = ours();
  shown(session.progress.questions, off, session).set(form.switch, 'oui');
  shown(session.progress.questions, on, session);
  const model = shown(visible(theirs()), off, theirs());
  model.setValue(form.switch, 'oui');
  shown(visible(model), on, model);
  return [
    { ...common, metric: 'engine alone, 1,000 questions: read and create', ours: time(runs, () => 0, ours), peer: time(runs, () => 0, theirs) },
    {
      ...common,
      metric: 'engine alone, 1,000 questions: flip 100 conditions',
      ours: time(runs, ours, (subject) => {
        subject.set(form.switch, 'oui');
      }),
      peer: time(runs, theirs, (subject) => {
        subject.setValue(form.switch, 'oui');
      }),
    },
  ];
}

export async function* run(options: BenchOptions): AsyncIterable<Row> {
  yield* engineAlone(thousand(), options);
  yield* inTheBrowser(options);
}
