// Gate look: how each gate is drawn and called, from its state and the decision.
import type { Decision, LayerResult } from '../../evaluation/evaluation.ts';
import type { Gate, GateState } from '../../evaluation/explain/gates.ts';
import type { Tone } from '../editor/marks.ts';
import { TONE_OF } from './outcome.ts';

export interface GateLook {
  readonly body: 'solid' | 'ring' | 'faint' | 'dashed';
  readonly tone: Tone;
  /** The sign, where it is another than that of the tone. */
  readonly sign?: Tone;
  /** The way to this gate was never walked. */
  readonly behind: boolean;
  /** Read out after the name of the gate. */
  readonly word: string;
}

const WORDS: Readonly<Record<GateState, string>> = {
  open: 'open',
  shut: 'shut, the request stopped here',
  notInTheWay: 'not in the way',
  wouldOpen: 'not reached, would be open',
  wouldRefuse: 'not reached, would refuse too',
  otherWay: 'the other way in, not open',
  depends: 'cannot be told',
};

/** The looks of all gates, in their order. */
export function gateLooks(
  gates: readonly Gate[],
  outcome: Decision['outcome'],
  layers: readonly LayerResult[],
): readonly GateLook[] {
  const stop = gates.findIndex(({ state }) => state === 'shut');
  return gates.map((gate, index) => ({
    ...bodyOf(gate, outcome, layers),
    behind: stop !== -1 && index > stop,
    word: WORDS[gate.state],
  }));
}

function bodyOf(
  { state, layer }: Gate,
  outcome: Decision['outcome'],
  layers: readonly LayerResult[],
): Pick<GateLook, 'body' | 'tone' | 'sign'> {
  switch (state) {
    case 'open': {
      // Passed for want of anything to say, not because it said yes.
      const silent = effectOf(layers, layer) === 'silent';
      return { body: 'ring', tone: 'allow', sign: silent ? 'neutral' : 'allow' };
    }
    case 'shut':
      return { body: 'solid', tone: TONE_OF[outcome] };
    case 'otherWay':
      return { body: 'ring', tone: 'neutral' };
    case 'notInTheWay':
      return { body: 'dashed', tone: 'neutral' };
    case 'wouldOpen':
      return { body: 'faint', tone: 'allow' };
    case 'wouldRefuse':
      return { body: 'faint', tone: effectOf(layers, layer) === 'deny' ? 'explicit' : 'implicit' };
    case 'depends':
      return { body: 'dashed', tone: 'implicit' };
  }
}

const effectOf = (layers: readonly LayerResult[], name: Gate['layer']): LayerResult['effect'] | undefined =>
  layers.find(({ layer }) => layer === name)?.effect;
