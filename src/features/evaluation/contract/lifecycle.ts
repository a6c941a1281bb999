// The life of an evaluation in requests and answers.
import { z } from 'zod';
import { EVALUATION_STATES, NEEDS, TRANSITIONS } from '../model/lifecycle.ts';

export const EvaluationState = z.enum(EVALUATION_STATES);
export const Transition = z.enum(TRANSITIONS);
export const Need = z.enum(NEEDS);
