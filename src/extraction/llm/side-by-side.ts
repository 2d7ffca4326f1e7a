/**
 * Does work on values side by side, at most `limit` at a time, and yields results as they come.
 *
 * Values are taken one by one, as room comes free. When the reader leaves, what is under way is waited for.
 */
export async function* sideBySide<Value, Result>(
  values: AsyncIterable<Value> | Iterable<Value>,
  limit: number,
  work: (value: Value) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay = new Map<number, Promise<{ readonly key: number; readonly result: Result }>>();
  let key = 0;
  const next = async (): Promise<Result> => {
    const done = await Promise.race(underWay.values());
    underWay.delete(done.key);
    return done.result;
  };
  try {
    for await (const value of values) {
      const own = key++;
      const done = work(value).then((result) => ({ key: own, result }));
      // A failure is met where the result is asked for, which may be later.
      done.catch(() => {});
      underWay.set(own, done);
      if (underWay.size >= limit) yield await next();
    }
    while (underWay.size > 0) yield await next();
  } finally {
    await Promise.allSettled(underWay.values());
  }
}
