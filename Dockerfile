# One image, three commands: the API (default), the worker, the migrations.
#   docker build --tag fleet-manager:local .
#   docker run --publish 127.0.0.1:3000:3000 --volume fleet-data:/app/data fleet-manager:local
FROM node:24.21.0-bookworm-slim AS base
WORKDIR /app

FROM base AS build
# better-sqlite3 takes a prebuilt binary when there is one for this platform; these compile it when there is none.
# Unpinned on purpose: Debian removes superseded versions from its mirrors, and nothing of them reaches the image.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM base AS runtime
ARG VERSION=0.0.0-local
ARG REVISION=unknown
LABEL org.opencontainers.image.title="FleetManager" \
  org.opencontainers.image.description="Self-hosted back end for fleets: vehicles, drivers, maintenance, trips and deliveries behind one documented API." \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}"
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000

# Code belongs to root: the process can read it and not change it. The folders that it may write are the embedded
# database's, which has uploaded files in it too, and one for those alone, where the database is a server.
COPY --chmod=0555 deploy/worker-health.sh /usr/local/bin/worker-health
RUN install --directory --owner=node --group=node --mode=0750 /app/data /app/files
COPY package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist

VOLUME /app/data
EXPOSE 3000
# The `node` user, as numbers: Kubernetes' runAsNonRoot cannot judge a name.
USER 1000:1000

# Liveness alone. An orchestrator restarts what is unhealthy, and a restart does not mend a database that is away:
# /ready is for whoever routes traffic (docker-compose.yml asks it).
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`, { signal: AbortSignal.timeout(4000) }).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# No tini: node is PID 1, handles SIGTERM itself, and starts no children but its own workers, which it reaps.
# Stopping finishes requests in flight for up to 30 s: give it 35 (`docker stop -t 35`).
STOPSIGNAL SIGTERM
CMD ["node", "dist/apps/api/src/main.js"]
