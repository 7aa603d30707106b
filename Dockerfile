# Made from what the build made: ./mvnw -DskipTests package, then docker build -t slipway .
# docs/how-to/install.md says which settings it needs.

# The jar is taken apart here, so that the layer of libraries changes only when a library does.
FROM eclipse-temurin:25-jre-noble AS layout
WORKDIR /layout
COPY bot/target/slipway-bot-*-app.jar slipway.jar
RUN java -Djarmode=tools -jar slipway.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre-noble
RUN useradd --system --uid 10001 --no-create-home slipway \
    && install --directory --owner=slipway --group=slipway /data
WORKDIR /slipway
COPY --from=layout /layout/extracted/dependencies/ ./
COPY --from=layout /layout/extracted/snapshot-dependencies/ ./
COPY --from=layout /layout/extracted/application/ ./

# The database, unless a PostgreSQL address is set.
ENV SLIPWAY_STORE_FOLDER=/data
VOLUME /data
USER 10001
EXPOSE 3978

# The image has no curl; bash can speak enough HTTP.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-3978} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "slipway.jar"]
