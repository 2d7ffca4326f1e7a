import type { Plan, ResultSummary } from "neo4j-driver";
import type { PlanOperator } from "../guard.ts";

/**
 * The operators with which Neo4j would run a query, from the summary of its `EXPLAIN`.
 *
 * The server says of a query whether it reads, writes or changes the schema; what does not read stands here
 * under a name that no list of reading operators holds.
 */
export function planOperators({ plan, queryType }: ResultSummary): readonly PlanOperator[] {
  if (!plan || queryType !== "r") return [{ name: "what does more than read", detail: "" }];
  return operators(plan);
}

function operators({ operatorType, arguments: details, children }: Plan): readonly PlanOperator[] {
  const { Details: detail } = details as { readonly Details?: unknown };
  // Neo4j names an operator `Expand(All)@neo4j`.
  const [name = operatorType] = /^\w+/u.exec(operatorType) ?? [];
  return [{ name, detail: String(detail ?? "") }, ...children.flatMap(operators)];
}
