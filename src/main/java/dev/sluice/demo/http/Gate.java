package dev.sluice.demo.http;

import dev.sluice.demo.http.Fault.Reply;
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
      http.skipRemainingHandlers();
      end(http, fault);
    }
  }

  private void after(Context http) {
    end(http, http.attribute(FAULT));
  }

  /** Closes last: a client may look at the log as soon as its connection is gone. */
  private void end(Context http, @Nullable Fault fault) {
    var kind = fault == null ? Fault.Kind.DELAY : fault.kind();
    if (fault != null && kind == Fault.Kind.ANSWER) {
      answer(http, fault.reply());
    }
    log(http, kind);
    if (kind == Fault.Kind.CLOSE) {
      close(http);
    }
  }

  private void log(Context http, Fault.Kind kind) {
    var query = http.queryString();
    var path = query == null ? http.path() : http.path() + "?" + query;
    var status = kind == Fault.Kind.CLOSE ? 0 : http.statusCode();
    log.add(new Request(http.method().name(), path, status));
  }

  private static void answer(Context http, Reply reply) {
    http.status(reply.status());
    http.result(reply.body().getBytes(StandardCharsets.UTF_8));
    reply.headers().forEach(http::header);
  }

  private static void close(Context http) {
    ServletContextRequest.getServletContextRequest(http.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
