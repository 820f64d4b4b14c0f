package dev.sluice.demo.http;

import java.time.Duration;
import java.util.Map;

/**
 * What goes wrong with a request. {@code handled} says whether the server does the work before the
 * answer is lost: the case in which a client must not simply try again.
 */
public record Fault(Kind kind, boolean handled, Reply reply, Duration delay) {

  /** How it goes wrong. */
  public enum Kind {
    ANSWER,
    DELAY,
    CLOSE
  }

  /** What is sent instead. */
  public record Reply(int status, String body, Map<String, String> headers) {
    public static final Reply NONE = new Reply(0, "", Map.of());
  }

  /** The limiter in front of GitLab: plain text, not JSON. */
  public static Fault tooManyRequests(int retryAfterSeconds) {
    var headers =
        Map.of(
            "Content-Type", "text/plain",
            "Retry-After", String.valueOf(retryAfterSeconds),
            "RateLimit-Remaining", "0");
    return answer(new Reply(429, "Retry later\n", headers));
  }

  /** A proxy whose server is away. */
  public static Fault badGateway() {
    return answer(
        new Reply(502, "<html>502 Bad Gateway</html>", Map.of("Content-Type", "text/html")));
  }

  public static Fault notFound() {
    return answer(
        new Reply(
            404, "{\"message\":\"404 Not found\"}", Map.of("Content-Type", "application/json")));
  }

  public static Fault answer(Reply reply) {
    return new Fault(Kind.ANSWER, false, reply, Duration.ZERO);
  }

  /** Answers properly, but late. */
  public static Fault delay(Duration delay) {
    return new Fault(Kind.DELAY, true, Reply.NONE, delay);
  }

  /** Closes the connection and does nothing. */
  public static Fault close() {
    return new Fault(Kind.CLOSE, false, Reply.NONE, Duration.ZERO);
  }

  /** The same fault after the request was served. */
  public Fault afterwards() {
    return new Fault(kind, true, reply, delay);
  }
}
