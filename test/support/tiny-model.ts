/**
 * Writes the smallest sentence model there is, as the bytes of an ONNX file: a table of vectors, one a piece,
 * from which those of a text are taken (Gather); for a pooled model their mean follows (ReduceMean).
 *
 * The format is protobuf: fields with a number and a type, of ModelProto, GraphProto, NodeProto, TensorProto and
 * ValueInfoProto (https://onnx.ai/onnx/intro, onnx.proto3).
 *
 * @param table - the vector of each piece.
 */
export function tinyModel(
  table: readonly (readonly number[])[],
  { isPooled = false, input = "input_ids" } = {},
): Uint8Array {
  const size = table[0]?.length ?? 0;
  const values = Buffer.alloc(table.length * size * 4);
  for (const [at, number] of table.flat().entries()) values.writeFloatLE(number, 4 * at);
  const tensor = [ints(1, [table.length, size]), int(2, types.float), text(8, "table"), bytes(9, values)];
  const gathered = isPooled ? "gathered" : "last_hidden_state";
  const nodes = [
    node("Gather", ["table", input], gathered),
    ...(isPooled
      ? [
          node("ReduceMean", [gathered], "sentence_embedding", [
            intsAttribute("axes", [1]),
            intAttribute("keepdims", 0),
          ]),
        ]
      : []),
  ];
  const output = isPooled
    ? value("sentence_embedding", types.float, ["texts", size])
    : value(gathered, types.float, ["texts", "pieces", size]);
  const graph = [
    ...nodes.map((one) => bytes(1, one)),
    text(2, "tiny"),
    bytes(5, Buffer.concat(tensor)),
    bytes(11, value(input, types.int64, ["texts", "pieces"])),
    bytes(12, output),
  ];
  const operators = Buffer.concat([text(1, ""), int(2, 13)]);
  return Buffer.concat([int(1, 8), bytes(7, Buffer.concat(graph)), bytes(8, operators)]);
}

const types = { float: 1, int64: 7 } as const;

function varint(number: number): Buffer {
  const found: number[] = [];
  let rest = number;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) found.push((rest % 128) + 128);
  return Buffer.from([...found, rest]);
}

const int = (field: number, number: number): Buffer => Buffer.concat([varint(field * 8), varint(number)]);
const ints = (field: number, numbers: readonly number[]): Buffer =>
  Buffer.concat(numbers.map((number) => int(field, number)));
const bytes = (field: number, content: Uint8Array): Buffer =>
  Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
const text = (field: number, content: string): Buffer => bytes(field, Buffer.from(content));

function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: readonly Buffer[] = [],
): Buffer {
  return Buffer.concat([
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, operator),
    ...attributes.map((one) => bytes(5, one)),
  ]);
}

const intAttribute = (name: string, number: number): Buffer =>
  Buffer.concat([text(1, name), int(3, number), int(20, 2)]);
const intsAttribute = (name: string, numbers: readonly number[]): Buffer =>
  Buffer.concat([text(1, name), ints(8, numbers), int(20, 7)]);

/**
 * What goes in or out: its name, the type of its numbers, and its sizes, of which some are free and have
 * names.
 */
function value(name: string, type: number, sizes: readonly (string | number)[]): Buffer {
  const shape = sizes.map((size) => bytes(1, typeof size === "number" ? int(1, size) : text(2, size)));
  const tensor = Buffer.concat([int(1, type), bytes(2, Buffer.concat(shape))]);
  return Buffer.concat([text(1, name), bytes(2, bytes(1, tensor))]);
}
