export { claims } from "./claims.ts";
export { comment } from "./comment.ts";
export { concepts } from "./concepts.ts";
export { debate } from "./debate.ts";
export { search } from "./search.ts";
export { show } from "./show.ts";
export { summary } from "./summary.ts";
export { trace } from "./trace.ts";
