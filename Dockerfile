# One image, four programs: the command of each service in docker-compose.yml says which.
FROM node:22-bookworm-slim AS build
WORKDIR /srv/ttdn
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev && rm -rf .next/cache

FROM node:22-bookworm-slim
WORKDIR /srv/ttdn
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NODE_OPTIONS="--enable-source-maps --conditions=production"
COPY --from=build /srv/ttdn/package.json /srv/ttdn/next.config.mjs ./
COPY --from=build /srv/ttdn/node_modules ./node_modules
COPY --from=build /srv/ttdn/scripts ./scripts
COPY --from=build /srv/ttdn/dist ./dist
# The printer reads its templates.
COPY --from=build /srv/ttdn/src/bulletin/print/*.typ ./src/bulletin/print/
COPY --from=build /srv/ttdn/.next ./.next
RUN mkdir -p /var/lib/ttdn/data /var/lib/ttdn/media /var/lib/ttdn/public && chown -R node:node /var/lib/ttdn
USER node
CMD ["node", "dist/newsroom.mjs"]
