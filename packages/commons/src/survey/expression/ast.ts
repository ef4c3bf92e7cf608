/** What an expression is once read. Chains stay flat, so that a long `a or b or c …` costs no depth. */
export type Operator =
  | 'or' | 'and'
  | 'equal' | 'notequal' | 'less' | 'lessorequal' | 'greater' | 'greaterorequal'
  | 'plus' | 'minus' | 'mul' | 'div' | 'mod' | 'power'
  | 'contains' | 'notcontains' | 'anyof' | 'allof' | 'noneof';

export type UnaryOperator = 'negate' | 'empty' | 'notempty';

/** A constant: a string, a number, a boolean, or null for `null` and `undefined`. */
export interface ValueNode { readonly kind: 'value'; readonly value: string | number | boolean | null }

/** `{name}`; `raw` when written `{#name}`: the answer is then taken without reading '5' as 5 or 'true' as true. */
export interface NameNode { readonly kind: 'name'; readonly name: string; readonly raw: boolean }

export interface ListNode { readonly kind: 'list'; readonly items: readonly Node[] }
export interface CallNode { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
export interface UnaryNode { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Node }

/** Operators of one precedence, from left to right: `first op[0] rest[0] op[1] rest[1] …`. */
export interface ChainNode {
  readonly kind: 'chain';
  readonly first: Node;
  readonly rest: readonly { readonly operator: Operator; readonly operand: Node }[];
}

export type Node = ValueNode | NameNode | ListNode | CallNode | UnaryNode | ChainNode;
