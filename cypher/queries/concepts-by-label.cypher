// Concepts that have one of some labels, in any case, or an id. It reads all concepts: only labels without a word, which
// the full-text index does not hold, are looked for like this.
// parameters: $labels, in lower case; $id
// rows: id, label, labels, salience
MATCH (k:Concept)
WHERE k.prefLabel IS NOT NULL AND (k.id = $id OR any(form IN k.labels WHERE toLower(form) IN $labels))
RETURN k.id AS id, k.prefLabel AS label, k.labels AS labels, k.salience AS salience
ORDER BY salience DESC, id
