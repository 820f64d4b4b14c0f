package dev.sluice.gitlab;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * One HTTP exchange with GitLab, tried again where that is safe. Reads, and writes that say the
 * whole new value (PUT, DELETE), are repeated after a lost connection and after 408, 429, 502, 503
 * and 504. A POST is repeated after 429 only: then GitLab has done nothing. Redirects are followed
 * for reads, within GitLab only, so that the token never travels to another host.
 */
final class Transport implements AutoCloseable {
  private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);
  private static final Set<Integer> MOVED = Set.of(301, 302, 307, 308);
  private static final int MOST_REDIRECTS = 5;
  private static final long MOST_BYTES = 64L << 20;

  private final OkHttpClient client;
  private final FailsafeExecutor<Answer> repeatable;
  private final FailsafeExecutor<Answer> once;

  Transport(OkHttpClient client, Patience patience) {
    this.client = client;
    RetryPolicy<Answer> passing =
        RetryPolicy.<Answer>builder()
            .handleIf(Transport::mayPass)
            .handleResultIf(answer -> PASSING.contains(answer.status()))
            .withMaxAttempts(patience.attempts())
            .withDelayFn(context -> pause(patience, context))
            .build();
    RetryPolicy<Answer> limited =
        RetryPolicy.<Answer>builder()
            .handleIf((Throwable failure) -> false)
            .handleResultIf(answer -> answer.status() == 429)
            .withMaxAttempts(patience.attempts())
            .withDelayFn(context -> pause(patience, context))
            .build();
    repeatable = Failsafe.with(passing);
    once = Failsafe.with(limited);
  }

  /** The last answer, whatever its status; an IOException when there was none. */
  Answer exchange(Request request) throws IOException {
    try {
      return (request.method().equals("POST") ? once : repeatable).get(() -> follow(request));
    } catch (FailsafeException wrapped) {
      if (wrapped.getCause() instanceof IOException io) {
        throw io;
      }
      if (wrapped.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting to try again");
      }
      throw wrapped;
    }
  }

  private Answer follow(Request request) throws IOException {
    Answer answer = send(request);
    Request current = request;
    for (int i = 0; i < MOST_REDIRECTS && MOVED.contains(answer.status()); i++) {
      HttpUrl next = answer.url().resolve(answer.headers().get("Location") + "");
      if (!request.method().equals("GET") || next == null || !sameOrigin(next, request.url())) {
        return answer;
      }
      current = current.newBuilder().url(next).build();
      answer = send(current);
    }
    return answer;
  }

  private Answer send(Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      BufferedSource source = response.body().source();
      if (source.request(MOST_BYTES + 1)) {
        throw new IOException("the answer is larger than " + (MOST_BYTES >> 20) + " MB");
      }
      return new Answer(
          response.code(), response.headers(), source.readByteString(), response.request().url());
    }
  }

  private static boolean sameOrigin(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }

  /** A certificate that we do not trust stays untrusted. */
  private static boolean mayPass(Throwable failure) {
    return failure instanceof IOException && !(failure instanceof SSLHandshakeException);
  }

  private static Duration pause(Patience patience, ExecutionContext<Answer> context) {
    Answer last = context.getLastResult();
    return RetryAfter.in(last)
        .map(patience::bounded)
        .orElseGet(() -> patience.pauseAfter(context.getAttemptCount()));
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
