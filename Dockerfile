# Build: JDK 17 and the Maven wrapper, nothing else. Formatter and tests belong to `./mvnw verify`.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /src
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
RUN ./mvnw -B --no-transfer-progress -q -Dmaven.test.skip=true -Dspotless.check.skip=true package

# Run: JRE 17, no root, nothing written outside /app/data. Works with `docker run --read-only`.
FROM eclipse-temurin:17-jre
RUN mkdir -p /app/data/tmp && chown -R 10001:10001 /app/data
COPY --from=build /src/target/sluice.jar /app/sluice.jar
# The class archive belongs to this very JVM: with it, serve and review start in half the time.
RUN java -XX:+UseSerialGC -XX:ArchiveClassesAtExit=/app/sluice.jsa -jar /app/sluice.jar warm-up >/tmp/warm-up.log 2>&1 \
  || (cat /tmp/warm-up.log && false)
USER 10001:10001
WORKDIR /app
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["java", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:SharedArchiveFile=/app/sluice.jsa", "-jar", "/app/sluice.jar", "health"]
# The heap; very large scripts may need more than this.
ENV JAVA_OPTS="-Xms32m -Xmx512m"
# Native code and temporary files unpack inside the volume, since the rest may be read-only.
ENTRYPOINT ["sh", "-c", "mkdir -p data/tmp && exec java -XX:+UseSerialGC -XX:-UsePerfData -XX:SharedArchiveFile=/app/sluice.jsa -Xlog:disable -Xlog:all=error:stderr $JAVA_OPTS -Djava.io.tmpdir=/app/data/tmp -Dorg.sqlite.tmpdir=/app/data/tmp -jar /app/sluice.jar \"$@\"", "sluice"]
CMD ["serve", "--config", "/app/bot-config.yml"]
