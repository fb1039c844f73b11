// The lessons there are, in the order in which they build on each other.
import { FIRST_REFUSAL } from './bookshop/lesson.ts';
import type { Lesson } from './lesson.ts';

export const LESSONS: readonly Lesson[] = [FIRST_REFUSAL];

export const lessonById = (id: string): Lesson | null => LESSONS.find((lesson) => lesson.id === id) ?? null;
