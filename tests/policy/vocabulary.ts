// The vocabulary of AWS as tests of policies ask it: all of it, read as the build packs it.
import { packVocabulary } from '../../src/app/build/aws-data.ts';
import { readVocabulary } from '../../src/aws/packed-vocabulary.ts';

export const VOCABULARY = readVocabulary(packVocabulary());
