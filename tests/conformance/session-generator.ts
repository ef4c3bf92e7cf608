/** Seeded survey definitions of our own, with answers to give them: what the oracle and the engine must agree on. */

/** mulberry32: the same numbers for the same seed, everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Json = Record<string, unknown>;

export interface Step {
  readonly name: string;
  readonly value: unknown;
}

export interface Case {
  readonly definition: { readonly pages: readonly (Json & { name: string; elements: readonly (Json & { type: string; name: string })[] })[] };
  readonly steps: readonly Step[];
}

const VALUES = ['a', 'b', 'c', 'd'];
const TYPES = ['text', 'text', 'number', 'comment', 'radiogroup', 'radiogroup', 'checkbox', 'checkbox', 'dropdown', 'tagbox', 'boolean', 'rating', 'matrix',
  'multipletext', 'html', 'expression', 'panel', 'matrixdynamic', 'matrixdropdown', 'paneldynamic', 'ranking'] as const;

export function generate(seed: number): Case {
  const random = randomFrom(seed);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const count = (most: number): number => 1 + Math.floor(random() * most);
  const subset = <T>(list: readonly T[]): T[] => list.filter(() => chance(0.5));
  /** Questions that conditions may name, with answers that fit them. */
  const answerable: { name: string; answer: () => unknown; kind: string }[] = [];
  let serial = 0;

  function condition(): string {
    const target = pick(answerable);
    switch (target.kind) {
      case 'number':
        return `{${target.name}} ${pick(['>', '<', '=', '>=', '<>'])} ${String(count(5))}`;
      case 'list':
        return `{${target.name}} ${pick(['contains', 'notcontains', 'anyof', 'allof'])} ${chance(0.5) ? `['${pick(VALUES)}']` : `['a', 'b']`}`;
      case 'boolean':
        return `{${target.name}} = ${pick(['true', 'false'])}`;
      default:
        return pick([`{${target.name}} = '${pick(VALUES)}'`, `{${target.name}} <> '${pick(VALUES)}'`, `{${target.name}} empty`, `{${target.name}} notempty`, `{${target.name}} anyof ['a', 'c']`]);
    }
  }
  function expression(): string {
    if (answerable.length === 0) return '1 = 1';
    const first = condition();
    return chance(0.3) ? `${first} ${pick(['and', 'or'])} ${condition()}` : first;
  }
  function value(): string {
    if (answerable.length === 0) return '1 + 1';
    const name = pick(answerable).name;
    return pick([`{${name}}`, `iif(${condition()}, 'a', 'b')`, `{${name}} + 1`, `{${name}.length}`]);
  }

  function choices(): unknown[] {
    return VALUES.slice(0, 2 + Math.floor(random() * 3)).map((item) =>
      chance(0.2) && answerable.length > 0 ? { value: item, [pick(['visibleIf', 'visibleIf', 'enableIf'])]: expression() } : chance(0.3) ? { value: item, text: item.toUpperCase() } : item);
  }

  function conditions(json: Json, question: boolean): void {
    if (answerable.length === 0) return;
    if (chance(0.35)) json.visibleIf = expression();
    if (chance(0.1) && json.type !== 'expression') json.enableIf = expression();
    if (chance(0.15)) json.requiredIf = expression();
    if (!question) return;
    if (chance(0.06)) json.setValueIf = expression();
    if (chance(0.06)) json.setValueExpression = value();
    if (chance(0.06)) json.resetValueIf = expression();
    if (chance(0.06)) json.defaultValueExpression = value();
  }

  function element(depth: number, nested: boolean): Json & { type: string; name: string } {
    const name = `q${String(++serial)}`;
    let type: string = pick(TYPES);
    if ((depth > 0 || nested) && ['panel', 'matrixdynamic', 'matrixdropdown', 'paneldynamic', 'matrix', 'multipletext'].includes(type)) type = 'text';
    const json: Json & { type: string; name: string } = { type, name };
    conditions(json, !['panel', 'html', 'expression'].includes(type));
    if (chance(0.2) && type !== 'html' && type !== 'expression') json.isRequired = true;
    if (chance(0.08)) json.clearIfInvisible = pick(['none', 'onComplete', 'onHidden', 'onHiddenContainer']);
    let kind = 'text';
    let answer: () => unknown = () => pick([...VALUES, '', '5', 'long text of some words']);
    const one = (): unknown => pick([...VALUES, ...(json.showOtherItem ? ['other'] : []), ...(json.showNoneItem ? ['none'] : [])]);
    switch (type) {
      case 'number':
        json.type = 'text';
        json.inputType = 'number';
        kind = 'number';
        answer = () => pick([1, 2, 3, 4, 5, -1, '3', 2.5]);
        if (chance(0.2)) json.min = 2;
        if (chance(0.2)) json.validators = [{ type: 'numeric', minValue: 1, maxValue: 4 }];
        if (chance(0.2)) json.defaultValue = 3;
        break;
      case 'text':
      case 'comment':
        if (chance(0.15)) json.defaultValue = pick(VALUES);
        if (chance(0.1)) json.validators = [pick([{ type: 'text', minLength: 2, maxLength: 10 }, { type: 'regex', regex: '^[a-c]' }, { type: 'email' }, { type: 'expression', expression: `{${name}} <> 'd'` }])];
        if (chance(0.1)) json.valueName = 'shared';
        break;
      case 'radiogroup':
      case 'dropdown':
      case 'checkbox':
      case 'tagbox':
      case 'ranking': {
        json.choices = type === 'ranking' ? VALUES.slice(0, 3) : choices();
        const several = type !== 'radiogroup' && type !== 'dropdown';
        kind = several ? 'list' : 'text';
        if (type !== 'ranking') {
          if (chance(0.2)) json.showOtherItem = true;
          if (chance(0.2)) json.showNoneItem = true;
          if (chance(0.1) && answerable.length > 0) json.choicesVisibleIf = `${expression()} or {item} = 'a'`;
          if (chance(0.1)) json.defaultValue = several ? ['a'] : pick([...VALUES, 'zz']);
        }
        if (type === 'checkbox' && chance(0.15)) json.minSelectedChoices = 2;
        if (type === 'checkbox' && chance(0.1)) json.validators = [{ type: 'answercount', minCount: 1, maxCount: 2 }];
        const sources = answerable.filter((each) => each.kind === 'list');
        if (chance(0.1) && sources.length > 0) {
          json.choicesFromQuestion = pick(sources).name;
          json.choicesFromQuestionMode = pick(['all', 'selected', 'unselected']);
        }
        answer = several ? () => (type === 'ranking' ? VALUES.slice(0, (json.choices as unknown[]).length).sort(() => random() - 0.5) : [...subset(VALUES), ...(chance(0.3) ? [one()] : [])]) : one;
        break;
      }
      case 'boolean':
        kind = 'boolean';
        if (chance(0.2)) json.defaultValue = pick(['true', 'false', true]);
        if (chance(0.2)) Object.assign(json, { valueTrue: 'a', valueFalse: 'b' });
        answer = () => (json.valueTrue === undefined ? chance(0.5) : pick(['a', 'b']));
        break;
      case 'rating':
        kind = 'number';
        if (chance(0.3)) json.rateMax = 7;
        answer = () => count(5);
        break;
      case 'matrix':
        Object.assign(json, { columns: [1, 2, 3], rows: chance(0.3) && answerable.length > 0 ? ['r1', { value: 'r2', visibleIf: expression() }] : ['r1', 'r2'] });
        if (chance(0.2)) json.isAllRowRequired = true;
        if (chance(0.2)) json.eachRowUnique = true;
        answer = () => pick([{ r1: 1 }, { r1: 1, r2: 1 }, { r1: 2, r2: 3 }, {}]);
        kind = 'record';
        break;
      case 'multipletext':
        json.items = [{ name: 'i1', ...(chance(0.3) && { isRequired: true }) }, { name: 'i2', inputType: 'number' }];
        answer = () => pick([{ i1: 'a' }, { i1: 'b', i2: 3 }, { i2: 1 }, {}]);
        kind = 'record';
        break;
      case 'html':
        json.html = 'Bonjour';
        kind = '';
        break;
      case 'expression':
        json.expression = value();
        kind = '';
        break;
      case 'panel':
        json.elements = Array.from({ length: count(3) }, () => element(depth + 1, nested));
        delete json.isRequired;
        delete json.clearIfInvisible;
        kind = '';
        break;
      case 'matrixdynamic':
      case 'matrixdropdown': {
        json.columns = Array.from({ length: count(3) }, (_, index): Json => ({
          name: `c${String(index)}`,
          cellType: pick(['text', 'dropdown', 'radiogroup', 'comment']),
          ...(chance(0.15) && { isRequired: true }),
          ...(chance(0.15) && index > 0 && { visibleIf: `{row.c0} ${pick(["= 'a'", 'notempty', 'empty'])}` }),
          ...(chance(0.1) && { defaultValue: 'a' }),
          ...(chance(0.1) && { totalType: 'count' }),
          ...(chance(0.1) && { isUnique: true }),
        }));
        json.choices = VALUES;
        if (type === 'matrixdropdown') json.rows = ['r1', 'r2'];
        else Object.assign(json, { rowCount: Math.floor(random() * 3), ...(chance(0.2) && { minRowCount: 1 }), ...(chance(0.15) && { defaultRowValue: { c0: 'b' } }) });
        const row = (): Json => pick([{}, { c0: 'a' }, { c0: 'b', c1: 'a' }]);
        answer = () => (type === 'matrixdropdown' ? { r1: row(), r2: row() } : Array.from({ length: 1 + count(2) }, row));
        kind = 'record';
        break;
      }
      case 'paneldynamic':
        json.templateElements = Array.from({ length: count(3) }, () => element(depth + 1, true));
        for (const child of json.templateElements as Json[]) delete child.valueName;
        json.panelCount = Math.floor(random() * 3);
        if (chance(0.2)) json.minPanelCount = 1;
        kind = '';
        break;
    }
    if (kind !== '' && !nested) answerable.push({ name, answer, kind });
    return json;
  }

  const pages = Array.from({ length: count(3) }, (_, index) => {
    const page: Json & { name: string; elements: ReturnType<typeof element>[] } = { name: `p${String(index + 1)}`, elements: [] };
    if (index > 0 && chance(0.3) && answerable.length > 0) page.visibleIf = expression();
    page.elements = Array.from({ length: count(4) }, () => element(0, false));
    return page;
  });
  const definition: Case['definition'] & Json = { pages };
  if (chance(0.2)) definition.clearInvisibleValues = pick(['none', 'onHidden', 'onHiddenContainer']);
  if (chance(0.2) && answerable.length > 0) definition.calculatedValues = [{ name: 'calc', expression: value(), includeIntoResult: chance(0.5) }];
  if (chance(0.2) && answerable.length > 1) {
    definition.triggers = [pick([
      { type: 'setvalue', expression: expression(), setToName: pick(answerable.filter((each) => each.kind === 'text').concat(answerable)).name, setValue: 'c' },
      { type: 'copyvalue', expression: expression(), fromName: pick(answerable).name, setToName: 'copied' },
      { type: 'runexpression', expression: expression(), runExpression: value(), setToName: 'ran' },
    ])];
  }
  const steps = answerable.length === 0 ? [] : Array.from({ length: 8 }, () => {
    const { name, answer } = pick(answerable);
    return { name, value: answer() };
  });
  return { definition, steps };
}
