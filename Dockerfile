# The image of Elenchus: Node, the built program, what it needs at run time, and nothing that builds.
# The embedded engine has no build for musl, so the base is Debian and not Alpine.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json vite.config.ts ./
COPY src ./src
COPY web ./web
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:20.20.2-bookworm-slim
RUN rm -rf /opt/yarn-* /usr/local/lib/node_modules \
    /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg
COPY package.json /app/
COPY cypher /app/cypher
COPY examples /app/examples
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
ENV NODE_ENV=production
USER node
# Relative paths, of the embedded store too, begin where the user may write.
WORKDIR /home/node
EXPOSE 4820
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "const headers = { authorization: `Bearer ${process.env.ELENCHUS_TOKEN}` }; fetch('http://127.0.0.1:4820/api/summary', { headers }).then((it) => process.exit(it.ok || it.status === 409 ? 0 : 1), () => process.exit(1));"]
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
CMD ["serve", "--host", "0.0.0.0"]
