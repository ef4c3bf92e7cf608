/** Back to SurveyJS's JSON: nobody is locked in. The way in is `parseDefinition`, which reads SurveyJS's JSON as it is. */
import { SURVEY_SCHEMA, type SurveyDefinition } from '../definition/model.ts';
import { isRecord, type Json } from '../definition/items.ts';
import { word } from './messages.ts';

export interface SurveyJsExport {
  /** What `new Survey.Model(json)` takes. */
  readonly json: Json;
  /**
   * The house's additions, still in `json`: SurveyJS leaves them alone, but its editor drops them on saving unless
   * they are declared (`Serializer.addProperty('question', 'rgpd')`).
   */
  readonly additions: readonly { readonly path: string; readonly name: string }[];
}

export interface SurveyJsOptions {
  /** The choices that stand for `asb:commune`, which SurveyJS does not know: `territory.communes`. Without them a text field asks for the INSEE code. */
  readonly communes?: readonly { readonly code: string; readonly name: string }[];
}

const CODE = '^(\\d{2}|2[AB])\\d{3}$';
const CODE_TEXT = { fr: word('insee', 'fr'), en: word('insee', 'en') };

const ADDITIONS = new Set(['rgpd', 'score', 'weight', 'dimension', 'aggregate', 'id', 'version', 'meta', 'exclusive']);

export function toSurveyJS(definition: SurveyDefinition, options: SurveyJsOptions = {}): SurveyJsExport {
  const additions: { path: string; name: string }[] = [];
  const choices = options.communes?.map(({ code, name }) => ({ value: code, text: name }));
  const commune = choices && choices.length > 0 ? { type: 'dropdown', choices } : { type: 'text', validators: [{ type: 'regex', regex: CODE, text: CODE_TEXT }] };
  const visit = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((each, i) => visit(each, `${path}[${String(i)}]`));
    if (!isRecord(value)) return value;
    const copy: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(value)) {
      const at = path === '' ? name : `${path}.${name}`;
      if (ADDITIONS.has(name)) additions.push({ path: at, name });
      copy[name] = ADDITIONS.has(name) || OPAQUE.has(name) ? each : visit(each, at);
    }
    // What empties the other choices: SurveyJS has its own word.
    if (value.exclusive === true && Object.hasOwn(value, 'value')) copy.isExclusive = true;
    return value.type === 'asb:commune' ? { ...copy, ...commune } : copy;
  };
  const { $schema, ...rest } = definition;
  const json = visit(rest, '') as Record<string, unknown>;
  // Texts without a language are French here, English in SurveyJS.
  json.locale ??= 'fr';
  return { json: $schema === undefined || $schema === SURVEY_SCHEMA ? json : { $schema, ...json }, additions };
}

/** Properties that hold answers, not parts of a definition. */
const OPAQUE = new Set(['defaultValue', 'correctAnswer', 'defaultRowValue', 'defaultPanelValue', 'value', 'setValue']);
