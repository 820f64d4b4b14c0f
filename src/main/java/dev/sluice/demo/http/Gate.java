package dev.sluice.demo.http;

import dev.sluice.demo.http.RequestLog.Request;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** Meets requests before and after the API, outside of its lock. */
public final class Gate {
  private static final String FAULT = "fault";
  private final Faults faults;
  private final RequestLog log;

  public Gate(Faults faults, RequestLog log) {
    this.faults = faults;
    this.log = log;
  }

  public void register(RoutesConfig routes, String path) {
    routes.before(path, this::before);
    routes.after(path, this::after);
  }

  private void before(Context http) throws InterruptedException {
    var fault = faults.take(http.method().name(), http.path()).orElse(null);
    if (fault == null) {
      return;
    }
    Thread.sleep(fault.delay().toMillis());
    if (fault.handled()) {
      http.attribute(FAULT, fault);
    } else {
      apply(http, fault);
      http.skipRemainingHandlers();
      log(http, fault);
    }
  }

  private void after(Context http) {
    Fault fault = http.attribute(FAULT);
    if (fault != null) {
      apply(http, fault);
    }
    log(http, fault);
  }

  private void log(Context http, @Nullable Fault fault) {
    var query = http.queryString();
    var path = query == null ? http.path() : http.path() + "?" + query;
    var closed = fault != null && fault.kind() == Fault.Kind.CLOSE;
    log.add(new Request(http.method().name(), path, closed ? 0 : http.statusCode()));
  }

  private static void apply(Context http, Fault fault) {
    switch (fault.kind()) {
      case CLOSE -> close(http);
      case ANSWER -> {
        http.status(fault.reply().status());
        http.result(fault.reply().body().getBytes(StandardCharsets.UTF_8));
        fault.reply().headers().forEach(http::header);
      }
      case DELAY -> {}
    }
  }

  private static void close(Context http) {
    ServletContextRequest.getServletContextRequest(http.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
