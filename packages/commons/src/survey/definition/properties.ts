/**
 * Every property that the engine and the element act on, by the place where it stands: the one table that the
 * reader, the list of what is not supported and the published JSON Schema share. A group is a set of properties
 * written by kind (`KINDS` in kinds.ts); a place is one or more groups.
 */
import type { Kind } from './kinds.ts';

type Group = Partial<Record<Kind, string>>;

const GROUPS = {
  survey: {
    text: 'title description completedHtml completeText pageNextText pagePrevText',
    string: '$schema id version locale',
    flag: 'storeOthersAsComment readOnly firstPageIsStarted firstPageIsStartPage',
    choice: 'clearInvisibleValues checkErrorsMode',
    pages: 'pages',
    elements: 'elements questions',
    triggers: 'triggers',
    calculated: 'calculatedValues',
    surveyRgpd: 'rgpd',
    aggregate: 'aggregate',
    meta: 'meta',
  },
  page: {
    string: 'name id',
    text: 'title description navigationTitle requiredErrorText',
    flag: 'visible readOnly isRequired',
    expression: 'visibleIf enableIf requiredIf',
    elements: 'elements questions',
  },
  panel: { string: 'type', choice: 'state' },
  question: {
    string: 'type name id valueName dimension',
    text: 'title description commentText requiredErrorText',
    flag: 'visible readOnly isRequired hasComment showCommentArea',
    expression: 'visibleIf enableIf requiredIf defaultValueExpression setValueIf setValueExpression resetValueIf',
    choice: 'clearIfInvisible titleLocation',
    any: 'defaultValue',
    number: 'weight',
    score: 'score',
    validators: 'validators',
    questionRgpd: 'rgpd',
    aggregate: 'aggregate',
  },
  field: { text: 'placeholder', count: 'maxLength', string: 'autocomplete' },
  input: {
    choice: 'inputType',
    bound: 'min max step size',
    expression: 'minValueExpression maxValueExpression',
    text: 'minErrorText maxErrorText',
    items: 'dataList',
  },
  area: { count: 'rows' },
  choices: {
    items: 'choices',
    string: 'choicesFromQuestion choiceValuesFromQuestion choiceTextsFromQuestion',
    choice: 'choicesOrder choicesFromQuestionMode',
    expression: 'choicesVisibleIf choicesEnableIf',
    flag: 'hasOther showOtherItem hasNone showNoneItem showRefuseItem showDontKnowItem storeOthersAsComment hideIfChoicesEmpty showClearButton otherFirst',
    number: 'colCount',
    text: 'otherText otherPlaceholder otherErrorText noneText refuseText dontKnowText',
  },
  several: {
    flag: 'hasSelectAll showSelectAllItem',
    text: 'selectAllText',
    count: 'maxSelectedChoices minSelectedChoices',
    string: 'valuePropertyName',
  },
  rank: { flag: 'selectToRankEnabled' },
  range: { number: 'choicesMin choicesMax choicesStep' },
  list: { text: 'placeholder', string: 'autocomplete', flag: 'searchEnabled' },
  boolean: { text: 'labelTrue labelFalse', any: 'valueTrue valueFalse displayMode', choice: 'renderAs' },
  rating: {
    items: 'rateValues',
    number: 'rateMin rateMax rateStep rateCount',
    text: 'minRateDescription maxRateDescription',
  },
  image: { flag: 'multiSelect' },
  matrix: {
    items: 'rows columns',
    flag: 'isAllRowRequired eachRowRequired eachRowUnique hideIfRowsEmpty',
    expression: 'rowsVisibleIf columnsVisibleIf',
    choice: 'cellType',
  },
  grid: {
    columns: 'columns',
    items: 'choices',
    choice: 'cellType',
    elements: 'detailElements',
    expression: 'rowsVisibleIf',
    text: 'placeholder keyDuplicationError',
    flag: 'hideIfRowsEmpty',
  },
  rows: { items: 'rows' },
  entries: {
    text: 'addRowText emptyRowsText addPanelText panelAddText noEntriesText templateTitle keyDuplicationError',
    string: 'keyName',
    count: 'rowCount minRowCount maxRowCount panelCount minPanelCount maxPanelCount',
    flag: 'allowAddRows allowRemoveRows allowAddPanel allowRemovePanel defaultValueFromLastRow defaultValueFromLastPanel copyDefaultValueFromLastEntry',
    any: 'defaultRowValue defaultPanelValue bindings',
    elements: 'templateElements',
    expression: 'templateVisibleIf panelCountExpression',
  },
  multipletext: { texts: 'items' },
  file: { flag: 'allowMultiple', string: 'acceptedTypes', count: 'maxSize' },
  picture: { text: 'imageLink altText', bound: 'imageWidth imageHeight' },
  slider: { choice: 'sliderType' },
  html: { text: 'html' },
  expression: {
    expression: 'expression',
    choice: 'displayStyle',
    string: 'currency',
    text: 'format',
    number: 'precision maximumFractionDigits minimumFractionDigits',
    flag: 'useGrouping runIfReadOnly',
  },
  column: {
    flag: 'isUnique',
    expression: 'totalExpression',
    string: 'totalType totalCurrency',
    choice: 'cellType totalDisplayStyle',
    text: 'totalFormat',
    number: 'totalMaximumFractionDigits totalMinimumFractionDigits',
  },
  item: {
    any: 'value',
    text: 'text description imageLink',
    expression: 'visibleIf enableIf',
    flag: 'exclusive isExclusive',
    points: 'score',
  },
  validator: {
    string: 'type regex',
    text: 'text',
    expression: 'expression',
    number: 'minValue maxValue minLength maxLength minCount maxCount',
    flag: 'allowDigits caseInsensitive insensitive',
  },
  trigger: {
    string: 'type name operator setToName fromName gotoName',
    expression: 'expression runExpression',
    any: 'value setValue',
    flag: 'isVariable copyDisplayValue',
  },
  calculatedValue: { string: 'name', expression: 'expression', flag: 'includeIntoResult' },
} satisfies Record<string, Group>;

/** Groups of each place. A question type stands under its own name; `column` adds those of its cell's type. */
export const PLACES = {
  survey: 'survey',
  page: 'page',
  panel: 'page panel',
  item: 'item',
  validator: 'validator',
  trigger: 'trigger',
  calculatedValue: 'calculatedValue',
  column: 'column',
  multipletextitem: 'question field input',
  text: 'question field input',
  comment: 'question field area',
  radiogroup: 'question choices',
  checkbox: 'question choices several',
  dropdown: 'question choices range list',
  tagbox: 'question choices several list',
  boolean: 'question boolean',
  rating: 'question rating',
  ranking: 'question choices several rank',
  imagepicker: 'question choices image',
  matrix: 'question matrix',
  matrixdropdown: 'question grid rows',
  matrixdynamic: 'question grid entries',
  multipletext: 'question multipletext',
  paneldynamic: 'question entries',
  file: 'question file',
  image: 'question picture',
  html: 'question html',
  expression: 'question expression',
  slider: 'question input slider',
  'asb:commune': 'question field',
} as const;
export type Place = keyof typeof PLACES;

/** Values that the engine knows, for the properties that choose among a few. Another value is kept and reported. */
export const CHOICES: Readonly<Record<string, string>> = {
  inputType: 'text color date datetime-local email month number password range tel time url week',
  clearInvisibleValues: 'none onComplete onHidden onHiddenContainer',
  clearIfInvisible: 'default none onComplete onHidden onHiddenContainer',
  checkErrorsMode: 'onNextPage onValueChanged',
  state: 'default collapsed expanded',
  choicesOrder: 'none asc desc random',
  choicesFromQuestionMode: 'all selected unselected',
  cellType: 'default dropdown checkbox radio radiogroup tagbox text comment boolean expression rating slider',
  renderAs: 'default checkbox',
  sliderType: 'single range',
  titleLocation: 'default top hidden',
  displayStyle: 'none decimal currency percent date',
  totalDisplayStyle: 'none decimal currency percent',
};
export const VALIDATORS = 'numeric text answercount regex email expression';
export const TRIGGERS = 'complete setvalue skip copyvalue runexpression';

/** Properties that only change SurveyJS's look: not done, and no answer depends on them. Some names look so and change what is asked. */
export const LOOK =
  /^(?!mode$|questionsOnPage|showPreview|showComment|show\w+Item$)(?:show|autofocus|focus|.*(?:width|height|location|colcount|colspan|newline|indent|align|layout|logo|background|color|header|css|render|display|icon|fit$|position|mode$|size$|component|toc|brand|gallery|scale|grid|preview|numbers?$))/i;

const compiled = new Map<string, ReadonlyMap<string, Kind>>();

/** The properties known at a place, with their kinds. */
export function propertiesOf(place: Place): ReadonlyMap<string, Kind> {
  let map = compiled.get(place);
  if (!map) {
    const built = new Map<string, Kind>();
    for (const name of PLACES[place].split(' ')) {
      const group: Group = GROUPS[name as keyof typeof GROUPS];
      for (const kind of Object.keys(group) as Kind[]) for (const property of group[kind]?.split(' ') ?? []) built.set(property, kind);
    }
    compiled.set(place, (map = built));
  }
  return map;
}
