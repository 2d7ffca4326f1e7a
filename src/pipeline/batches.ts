/**
 * Cuts a stream into lists of `size`; the last may be shorter.
 *
 * @param options.cutsBefore - whether a list ends between two items although it is not full. Default: never.
 */
export async function* batches<Item>(
  items: AsyncIterable<Item>,
  size: number,
  { cutsBefore = () => false }: { cutsBefore?: (item: Item, last: Item) => boolean } = {},
): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    const last = batch.at(-1);
    if (batch.length >= size || (last !== undefined && cutsBefore(item, last))) {
      yield batch;
      batch = [];
    }
    batch.push(item);
  }
  if (batch.length > 0) yield batch;
}
