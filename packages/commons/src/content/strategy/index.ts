/** Strategies to start from: the programme's own (docs: README.md beside), and an empty one whose questions lead the person. */
import type { RecordId } from '../../record/id.ts';
import { addNode, addOrShare, newStakeholder, newStrategy } from '../../strategy/edits.ts';
import { graphOf } from '../../strategy/graph.ts';
import type { Kind, Role } from '../../strategy/kinds.ts';
import type { Strategy, StrategyNode } from '../../strategy/model.ts';
import * as programme from './programme.ts';
import { design, sharing, type StakeholderText } from './stakeholders.ts';

export const STRATEGY_TEMPLATES = ['programme', 'guided'] as const;
export type StrategyTemplate = (typeof STRATEGY_TEMPLATES)[number];

export interface TemplateOptions {
  /** Names come from the caller: each copy of a template has its own. */
  readonly newId: () => RecordId;
  readonly locale?: string | undefined;
}

interface Text {
  readonly fr: string;
  readonly en: string;
}

function programmeStrategy({ newId, locale = 'fr' }: TemplateOptions): Strategy {
  const say = (text: Text): string => (/^en\b/i.test(locale) ? text.en : text.fr);
  let strategy = newStrategy(newId(), { name: say(programme.name) });
  const add = (kind: Kind, text: Text, parent?: StrategyNode): StrategyNode => {
    const known = { id: newId(), kind, text: say(text) };
    strategy = parent ? addOrShare(strategy, { ...known, parent }) : addNode(strategy, known);
    const found = graphOf(strategy).of(kind).find((node) => node.text === known.text);
    if (!found) throw new Error(`${known.text} was not added`);
    return found;
  };

  const objective = add('objective', programme.objective);
  for (const { text, impacts, effect } of programme.actors) {
    const actor = add('actor', text, objective);
    for (const key of impacts) {
      const known = programme.impacts[key];
      if (!known) continue;
      const impact = add('impact', known.text, actor);
      for (const deliverable of known.deliverables) {
        const words = programme.deliverables[deliverable];
        if (words) add('deliverable', words, impact);
      }
    }
    if (!effect) continue;
    const hoped = add('effect', effect.text, actor);
    for (const each of effect.facilitators) add('facilitator', each, hoped);
    for (const each of effect.obstacles) add('obstacle', each, hoped);
  }
  const impact = add('impact', programme.logic.impact);
  for (const { resources, activity, result } of programme.logic.rows) {
    const done = add('activity', activity, add('result', result, impact));
    for (const resource of resources) add('resource', resource, done);
  }
  const people = (role: Role, texts: readonly StakeholderText[]): Strategy['stakeholders'] => texts.map(({ name, why, how, when, validates = [] }, at) =>
    newStakeholder({ id: newId(), role, name: say(name), why: say(why), how: say(how), when: say(when), validates: validates.map((what) => ({ id: newId(), what: say(what) })), at }));
  const lines = (texts: readonly Text[]): Strategy['tools'] => texts.map((text) => ({ id: newId(), text: say(text) }));
  return { ...strategy, tools: lines(programme.tools), sharing: lines(programme.sharing), stakeholders: [...people('design', design), ...people('sharing', sharing)] };
}

/** A fresh copy of a template, in French or English. `guided` is empty: `questionsOf` leads from there. */
export const strategyTemplate = (template: StrategyTemplate, options: TemplateOptions): Strategy =>
  (template === 'programme' ? programmeStrategy(options) : newStrategy(options.newId()));
