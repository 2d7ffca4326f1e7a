/** Puts an entry into a map that holds at most `capacity`: the one that was put longest ago goes. */
export function keepLatest<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, capacity: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= capacity) return;
  const { value: oldest, done } = map.keys().next();
  if (!done) map.delete(oldest);
}
