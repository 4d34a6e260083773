# Everything that Asset2Go runs in, from one file. Targets: api-production, worker-production,
# web-production, the same with -development, and infra (the stores embedded, for a first try only).
# What they share is built once; docs/deployment.md says how they are used.

# An image of a Maven repository at / saves the downloads: see system-tests/images.
ARG MAVEN_REPOSITORY=scratch
FROM ${MAVEN_REPOSITORY} AS repository

# BullMQ's scripts come from its npm package; Node is needed for nothing else.
FROM node:22-slim AS scripts
WORKDIR /build/queue-jar
COPY queue-jar/package.json queue-jar/package-lock.json ./
COPY queue-jar/src/build src/build
RUN --mount=type=cache,target=/root/.npm node src/build/scripts.mjs /scripts

# ---- all modules, once --------------------------------------------------------------------------
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY shared-jar shared-jar
COPY queue-jar queue-jar
COPY domain-jar domain-jar
COPY api-war api-war
COPY worker-ejb worker-ejb
COPY web-faces web-faces
COPY ear ear
COPY infra infra
COPY system-tests/pom.xml system-tests/pom.xml
COPY src/main/liberty src/main/liberty
COPY --from=scripts /scripts queue-jar/target/classes/asset2go/queue/scripts
RUN --mount=type=cache,target=/root/.m2 --mount=type=bind,from=repository,target=/repository \
    mvn -B -q -ntp -Dmaven.repo.local.tail=/repository -Dmaven.repo.local.tail.ignoreAvailability=true \
        -pl '!system-tests' -Dexec.skip=true -Dmaven.test.skip=true package

FROM build AS assembly
COPY src/main/container/assemble src/main/container/
RUN src/main/container/assemble api /assembly
RUN src/main/container/assemble worker /assembly
RUN src/main/container/assemble web /assembly

# ---- what every image begins with ---------------------------------------------------------------
FROM eclipse-temurin:25-jre AS runtime
RUN --mount=type=bind,source=src/main/container/base,target=/mnt/base bash /mnt/base
WORKDIR /opt/asset2go
USER 1001:1001

# ---- production: the role's features, its application and nothing else ----------------------------
# From what changes rarely to what changes often, so that an update pulls little.
FROM runtime AS production
ENV NODE_ENV=production MANAGEMENT_HOST=* LOG_FILES=1 LOG_FILE_MIB=1 \
    WLP_OUTPUT_DIR=/run/asset2go A2G_ENV_FILE=/dev/null PATH=/opt/asset2go/bin:$PATH
COPY src/main/container/bin bin
COPY src/main/liberty/config wlp/usr/servers/asset2go
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=4s --start-period=120s --retries=3 CMD ["healthy"]
ENTRYPOINT ["entrypoint"]
CMD ["run"]
LABEL org.opencontainers.image.title="Asset2Go" \
      org.opencontainers.image.description="Self-hosted equipment and asset management" \
      org.opencontainers.image.documentation="docs/deployment.md"

FROM production AS api-production
ENV A2G_ROLE=api
COPY --from=assembly /assembly/api/wlp wlp
COPY --from=assembly /assembly/api/lib wlp/usr/servers/asset2go/apps
COPY --from=assembly /assembly/api/app wlp/usr/servers/asset2go/apps
RUN --mount=type=bind,source=src/main/container/rehearse,target=/mnt/rehearse bash /mnt/rehearse
EXPOSE 3500
ARG REVISION=unknown
LABEL org.opencontainers.image.revision=$REVISION

FROM production AS worker-production
ENV A2G_ROLE=worker
COPY --from=assembly /assembly/worker/wlp wlp
COPY --from=assembly /assembly/worker/lib wlp/usr/servers/asset2go/apps
COPY --from=assembly /assembly/worker/app wlp/usr/servers/asset2go/apps
RUN --mount=type=bind,source=src/main/container/rehearse,target=/mnt/rehearse bash /mnt/rehearse
ARG REVISION=unknown
LABEL org.opencontainers.image.revision=$REVISION

FROM production AS web-production
ENV A2G_ROLE=web
COPY --from=assembly /assembly/web/wlp wlp
COPY --from=assembly /assembly/web/lib wlp/usr/servers/asset2go/apps
COPY --from=assembly /assembly/web/app wlp/usr/servers/asset2go/apps
RUN --mount=type=bind,source=src/main/container/rehearse,target=/mnt/rehearse bash /mnt/rehearse
EXPOSE 3501
ARG REVISION=unknown
LABEL org.opencontainers.image.revision=$REVISION

# ---- development: what is saved on the host is compiled and reloaded; docs/development.md ----------
FROM build AS workshop
RUN --mount=type=cache,target=/root/.m2 --mount=type=bind,from=repository,target=/repository \
    mvn -B -q -ntp -Dmaven.repo.local.tail=/repository -Dmaven.repo.local.tail.ignoreAvailability=true \
        -pl shared-jar dependency:copy-dependencies -DincludeScope=compile -DoutputDirectory=/workshop/lib/platform
COPY src/main/container/development src/main/container/development
RUN src/main/container/development/lay-out /workshop

FROM eclipse-temurin:25-jdk AS development
RUN --mount=type=bind,source=src/main/container/base,target=/mnt/base bash /mnt/base
WORKDIR /opt/asset2go
USER 1001:1001
ENV NODE_ENV=development MANAGEMENT_HOST=* LOG_FILES=1 LOG_FILE_MIB=1 \
    WLP_OUTPUT_DIR=/run/asset2go A2G_ENV_FILE=/dev/null PATH=/opt/asset2go/bin:$PATH \
    RELOAD_ROOT=/opt/asset2go/work
COPY --from=build /build/ear/target/liberty/wlp wlp
COPY --from=workshop /workshop/lib lib
COPY src/main/container/bin bin
COPY src/main/container/development/start bin/
COPY src/main/liberty/config wlp/usr/servers/asset2go
COPY --from=workshop /workshop/reload reload
COPY --from=workshop /workshop/apps wlp/usr/servers/asset2go/apps
COPY --from=workshop --chown=1001:1001 /workshop/work work
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=120s --retries=3 CMD ["healthy"]
EXPOSE 5005
ENTRYPOINT ["start"]
CMD ["run"]

FROM development AS api-development
ENV A2G_ROLE=api RELOAD_MODULES="shared-jar queue-jar domain-jar api-war" \
    RELOAD_LIBRARIES=/opt/asset2go/lib/api:/opt/asset2go/lib/api-war:/opt/asset2go/lib/platform
EXPOSE 3500

FROM development AS worker-development
ENV A2G_ROLE=worker RELOAD_MODULES="shared-jar queue-jar domain-jar worker-ejb" \
    RELOAD_LIBRARIES=/opt/asset2go/lib/worker:/opt/asset2go/lib/platform

FROM development AS web-development
ENV A2G_ROLE=web RELOAD_MODULES="shared-jar web-faces" \
    RELOAD_LIBRARIES=/opt/asset2go/lib/web:/opt/asset2go/lib/web-faces:/opt/asset2go/lib/platform
EXPOSE 3501

# ---- the stores of a first try: Neo4j (GPL), Redis, S3 and SMTP in one container -------------------
FROM runtime AS infra
COPY --from=build /build/infra/target/lib lib
COPY --from=build /build/infra/target/lib-s3 lib-s3
COPY --from=build /build/infra/target/asset2go-infra.jar ./
COPY --from=build /build/shared-jar/target/classes/asset2go/settings/FreshSecrets.class secrets/asset2go/settings/
COPY src/main/container/infra bin/
ENV PATH=/opt/asset2go/bin:$PATH INFRA_LISTEN=0.0.0.0
RUN install -d -m 0700 /var/lib/asset2go/data /var/lib/asset2go/secrets
VOLUME ["/var/lib/asset2go/data", "/var/lib/asset2go/secrets"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=180s --retries=3 CMD ["test", "-f", "/var/lib/asset2go/data/infra.ready"]
ENTRYPOINT ["infra"]
