// Complete: what may be written where the cursor is in a policy, best first.
import { parseOperator } from '../operators.ts';
import type { OutlineObject } from '../outline.ts';
import { actionIdeas } from './actions.ts';
import type { Candidate, Idea, Setting } from './candidate.ts';
import { conditionKeyIdeas, keyTypesOf, unfinished, variableIdeas } from './condition-keys.ts';
import { conditionValueIdeas } from './condition-values.ts';
import {
  documentIdeas,
  effectIdeas,
  elementIdeas,
  hasVariables,
  statementIdeas,
  versionIdeas,
} from './elements.ts';
import { isDeny } from './fitting.ts';
import { operatorIdeas } from './operators.ts';
import { spotAt, type Spot } from './place.ts';
import { everyoneIdeas, principalIdeas, principalTypeIdeas, principalValueIdeas } from './principals.ts';
import { MOST, ranked, rankedOrNear, WHOLE } from './ranking.ts';
import { resourceIdeas } from './resources.ts';
import { asJson, asList, asMember, asString, asVariable, block } from './write.ts';
import { CURSOR } from './candidate.ts';

export interface Completion {
  /** Where what is being completed begins: the list belongs here. */
  readonly from: number;
  readonly candidates: readonly Candidate[];
  /** What stands at the end of a list that is cut: `and 260 more: type on`; empty when it is whole. */
  readonly more: string;
}

/** @param at An offset into the text, in UTF-16 units. */
export function complete(text: string, at: number, setting: Setting): Completion {
  const spot = spotAt(text, at);
  const { typed } = spot;
  const isBegun = /[^:]$/.test(typed);
  let left = 0;
  const cut: Cut = (ideas) => {
    const shown = ideas.slice(0, isBegun ? MOST : WHOLE);
    left += ideas.length - shown.length;
    return shown;
  };
  const candidates = [...candidatesAt(text, spot, setting, cut), ...asList(spot, ANOTHER)];
  // Of what is typed, not all that holds it is looked for.
  const more = left === 0 ? '' : isBegun ? 'and more: type on' : `and ${left} more: type on`;
  return { from: spot.from, candidates, more };
}

/** As many ideas as a list has room for. */
type Cut = (ideas: readonly Idea[]) => readonly Idea[];

const ANOTHER: Idea = {
  kind: 'element',
  label: 'Another one',
  detail: 'makes a list of them',
  info: 'Puts what stands here into a list, with room for one more.',
};

function candidatesAt(text: string, spot: Spot, setting: Setting, cut: Cut): readonly Candidate[] {
  const { place, typed } = spot;
  const strings = (ideas: readonly Idea[]): readonly Candidate[] =>
    cut(ideas).map((idea) => asString(text, spot, idea));
  const members = (ideas: readonly Idea[]): readonly Candidate[] =>
    cut(ideas).map((idea) => asMember(text, spot, idea));
  const jsons = (ideas: readonly Idea[]): readonly Candidate[] =>
    cut(ranked(typed, ideas)).map((idea) => asJson(text, spot, idea));
  switch (place.kind) {
    case 'document':
      return jsons(documentIdeas(setting.type));
    case 'element':
      return members(rankedOrNear(typed, elementIdeas(place.of, setting.type, namesIn(place.object, spot))));
    case 'version':
      return strings(rankedOrNear(typed, versionIdeas));
    case 'effect':
      return strings(rankedOrNear(typed, effectIdeas(setting.type)));
    case 'statements': {
      const [first, ...rest] = statementIdeas(setting.type);
      const inList = [first, ...rest].flatMap((idea) =>
        idea ? [{ ...idea, text: block('[', idea.text ?? '') }] : [],
      );
      return spot.cursor.token ? [] : jsons(inList);
    }
    case 'statement':
      return spot.cursor.token?.quoted ? [] : jsons(statementIdeas(setting.type));
    case 'action':
      return strings(actionIdeas(setting, place.statement, typed, place.present));
    case 'resource':
      return strings(
        resourceIdeas(setting, place.statement, typed, place.present).filter(
          ({ label }) => !label.includes('${') || hasVariables(spot.root),
        ),
      );
    case 'principal':
      return setting.type === 'rcp' || spot.cursor.token
        ? strings(everyoneIdeas(setting, place.statement))
        : jsons(principalIdeas(setting, place.statement));
    case 'principalType':
      return [
        ...members(ranked(typed, principalTypeIdeas(setting, namesIn(place.object, spot), place.statement))),
        ...everyone(text, spot, place.object, everyoneIdeas(setting, place.statement)),
      ];
    case 'principalValue':
      return strings(principalValueIdeas(setting, place.statement, place.type, typed, place.present));
    case 'conditions':
      return spot.cursor.token ? [] : jsons([CONDITIONS]);
    case 'operator':
      return members(
        operatorIdeas(
          setting.vocabulary,
          {
            keys: place.keys,
            possible: keyTypesOf(setting, place.statement),
            isDeny: isDeny(place.statement),
          },
          namesIn(place.block, spot),
          typed,
        ),
      );
    case 'keys':
      return spot.cursor.token ? [] : jsons([KEYS]);
    case 'conditionKey':
      return cut(
        conditionKeyIdeas(setting, place.statement, place.operator, namesIn(place.object, spot), typed),
      ).map((idea) =>
        idea.goesOn
          ? spot.cursor.hasColon
            ? asString(text, spot, idea.label === '' ? idea : { ...idea, text: idea.label })
            : asJson(text, spot, idea, unfinished(idea.label))
          : asMember(text, spot, idea),
      );
    case 'conditionValue':
      return strings(
        conditionValueIdeas(setting, place.operator, place.key, typed, place.present).filter(
          (idea) => idea.kind !== 'variable' || hasVariables(spot.root),
        ),
      );
    case 'variable':
      return hasVariables(spot.root) && readsVariables(text, spot)
        ? cut(variableIdeas(setting, place.statement, typed)).map((idea) => asVariable(text, spot, idea))
        : [];
    case 'id':
    case 'sid':
    case 'nothing':
      return [];
  }
}

const CONDITIONS: Idea = {
  kind: 'element',
  label: '{ }',
  detail: 'operators with their keys',
  text: block('{', CURSOR),
};
const KEYS: Idea = {
  kind: 'element',
  label: '{ }',
  detail: 'keys with their values',
  text: block('{', CURSOR),
};

/** The names of the members, that under the cursor aside. */
const namesIn = (object: OutlineObject, { cursor }: Spot): readonly string[] =>
  object.members.filter(({ name }) => name.from !== cursor.token?.from).map(({ name }) => name.value);

/** `"*"` in the place of an empty object. */
function everyone(
  text: string,
  spot: Spot,
  object: OutlineObject,
  ideas: readonly Idea[],
): readonly Candidate[] {
  const isEmpty = object.members.length === 0 && /^\{\s*\}$/.test(text.slice(object.from, object.to));
  if (!isEmpty) return [];
  const at = { ...spot, from: object.from, to: object.to };
  return ideas.map((idea) => asJson(text, at, idea, '"*"'));
}

/** Resources do, and of the operators those about strings and ARNs. */
function readsVariables(text: string, { cursor }: Spot): boolean {
  const condition = cursor.names.find((member) => member?.name.value === 'Condition');
  if (!condition) return true;
  const operator = cursor.names.at(-2)?.name.value ?? '';
  return /^(String|Arn)/.test(parseOperator(operator)?.base ?? '');
}
