/** A plan that may leave the team: without the people, without their addresses, without what they said and who changed what. */
import { patched } from '../edits.ts';
import type { Action } from '../model.ts';
import type { Plan } from '../plan-model.ts';

const EMAIL = /[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Every text of a value without e-mail addresses. */
function masked<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replace(EMAIL, '…') as Value;
  if (Array.isArray(value)) return value.map((each: unknown) => masked(each)) as Value;
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, masked(each as unknown)])) as Value;
  return value;
}

export const withoutPeople = (plan: Plan): Plan => masked({
  ...plan,
  // That something changed and when, for calendars to take the later version; not what, nor by whom.
  history: plan.history.map(({ at, action, title, field }) => ({ at, action, title, field, from: '', to: '' })),
  actions: plan.actions.map((action) => patched<Action>(action, { comments: undefined, contacts: [], elected: [], links: action.links.filter(({ url }) => !/^mailto:/i.test(url)) })),
});
