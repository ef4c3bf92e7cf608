/** Whether a hosted assertion in hand still says what its issuer publishes. */
import { asArray, isObject, type JsonObject, type JsonValue } from '../input/json.ts';
import { canonicalizeJson } from '../proof/jcs.ts';

/**
 * Baking changes the picture, and a platform may rewrite the contexts or how the badge is to be verified. Badgr and its heirs bake a `slug`, the short
 * name that the class has in their database, which its own page does not say. None of these shows from the copy.
 */
const FREE: readonly string[] = ['@context', 'image', 'verification', 'verify', 'endorsement', 'related', 'slug'];

/**
 * The first property, as a path, in which the copy says something else. What the issuer added since is no difference: it is what is shown.
 * A class or a profile may stand in the copy as its address, or be spelled out.
 */
export function compareAssertion(given: JsonObject, hosted: JsonObject, badge: JsonObject | undefined, issuer: JsonObject | undefined): string | undefined {
  return difference(given, hosted, ['badge']) ?? compareLinked('badge', given['badge'], hosted['badge'], badge, (copy, truth) =>
    difference(copy, truth, ['issuer']) ?? compareLinked('issuer', copy['issuer'], truth['issuer'], issuer, (one, other) => difference(one, other, [])));
}

function compareLinked(
  name: string,
  given: JsonValue | undefined,
  hosted: JsonValue | undefined,
  resolved: JsonObject | undefined,
  compare: (given: JsonObject, truth: JsonObject) => string | undefined,
): string | undefined {
  const [one, other] = [address(given), address(hosted)];
  if (one !== other && (one !== undefined || other !== undefined)) return name;
  const truth = isObject(hosted) ? hosted : resolved;
  if (!isObject(given) || !truth) return undefined;
  const found = compare(given, truth);
  return found === undefined ? undefined : `${name}.${found}`;
}

function address(value: JsonValue | undefined): JsonValue | undefined {
  return isObject(value) ? value['id'] : value;
}

function difference(given: JsonObject, truth: JsonObject, except: readonly string[]): string | undefined {
  return Object.keys(given).find((name) => !FREE.includes(name) && !except.includes(name) && said(given[name]) !== said(truth[name]));
}

/** One value, or a list of one: the same. */
function said(value: JsonValue | undefined): string {
  return asArray(value).map(canonicalizeJson).join();
}
