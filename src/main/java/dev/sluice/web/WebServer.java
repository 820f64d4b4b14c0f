package dev.sluice.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The HTTP server; runs from {@link #start} until it is closed, which lets requests finish. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final String REQUEST = "request";

  /** Those that wait to be stored are stored together, so many may wait. */
  private static final int THREADS = 128;

  private static final long GRACE_MILLIS = 10_000;

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * @param checks what {@code /readyz} asks
   * @param registry what {@code /metrics} shows
   * @param parts all other routes
   */
  public static WebServer start(
      ServerSettings settings,
      List<ReadyCheck> checks,
      PrometheusMeterRegistry registry,
      List<Routes> parts) {
    List<Routes> all = new ArrayList<>(List.of(new Health(checks), new Metrics(registry)));
    all.addAll(parts);
    Javalin javalin = Javalin.create(config -> configure(config, all));
    return new WebServer(javalin.start(settings.host(), settings.port()));
  }

  private static void configure(JavalinConfig config, List<Routes> parts) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
    config.jetty.modifyServer(server -> server.setStopTimeout(GRACE_MILLIS));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
        });
    config.routes.before(WebServer::identify);
    config.routes.before(WebServer::secure);
    config.routes.after(context -> MDC.remove(REQUEST));
    config.routes.exception(Exception.class, WebServer::failed);
    parts.forEach(part -> part.addTo(config.routes));
  }

  /** A caller's own id is taken when it is harmless in a log line. */
  private static void identify(Context context) {
    String given = context.header("X-Request-Id");
    boolean harmless = given != null && given.matches("[A-Za-z0-9._-]{1,64}");
    String id = harmless ? given : UUID.randomUUID().toString();
    MDC.put(REQUEST, id);
    context.header("X-Request-Id", id + "");
  }

  private static void secure(Context context) {
    context
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                + " frame-ancestors 'none'; base-uri 'none'");
  }

  /** Javalin's own refusals (404 …) keep their status; nothing of a failure is shown outside. */
  private static void failed(Exception failure, Context context) {
    if (failure instanceof HttpResponseException refusal) {
      context.status(refusal.getStatus()).result(refusal.getMessage() + "");
    } else {
      LOG.error("{} {} failed", context.method(), context.path(), failure);
      context.status(500).result("Internal error");
    }
    MDC.remove(REQUEST);
  }

  /** The port that it listens on, also when the settings left the choice to the system. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
