// Newest: one question at a time to whoever answers slowly; of those that come meanwhile, only the last is still of interest.

/**
 * Null answers a question that a newer one overtook, whether it still waited or was being answered. A question that cannot be
 * answered rejects; the next is asked all the same.
 */
export function newest<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer | null> {
  let asked = 0;
  let current: Promise<unknown> = Promise.resolve();
  return (question) => {
    const mine = ++asked;
    const made = current.then(async () => {
      if (mine !== asked) return null;
      const given = await answer(question);
      return mine === asked ? given : null;
    });
    current = made.catch(() => undefined);
    return made;
  };
}
