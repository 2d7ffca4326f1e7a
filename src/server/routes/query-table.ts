import * as queries from "../../queries/registry.ts";
import type { QueryRoute } from "./query-routes.ts";

/** Where each query is answered. A field of the input stands in the path where the input is one id. */
const paths: { readonly [Id in keyof typeof queries]: string } = {
  summary: "/api/summary",
  search: "/api/search",
  concepts: "/api/concepts",
  claims: "/api/claims",
  show: "/api/show/{id}",
  comment: "/api/comments/{id}",
  debate: "/api/debate",
  trace: "/api/trace",
  compare: "/api/compare",
  similar: "/api/similar",
};

export const queryRoutes: readonly QueryRoute[] = Object.values(queries).map((query) => ({
  path: paths[query.id as keyof typeof queries],
  query,
}));
