package dev.sluice.demo.model;

import java.util.Map;

/** GitLab says no: a status and the body it sends. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;
  private final transient Object body;

  public Refusal(int status, Object body) {
    super(status + " " + body);
    this.status = status;
    this.body = body;
  }

  public int status() {
    return status;
  }

  public Object body() {
    return body;
  }

  /** Most of GitLab's refusals: {@code {"message": "…"}}. */
  public static Refusal of(int status, String message) {
    return new Refusal(status, Map.of("message", message));
  }

  public static Refusal notFound(String what) {
    return of(404, "404 " + what + " Not Found");
  }

  public static Refusal forbidden() {
    return of(403, "403 Forbidden");
  }

  public static Refusal unauthorized() {
    return of(401, "401 Unauthorized");
  }

  public static Refusal badRequest(String detail) {
    return of(400, "400 Bad request - " + detail);
  }

  /** A required parameter is missing or a value is not allowed; GitLab's other error form. */
  public static Refusal invalid(String error) {
    return new Refusal(400, Map.of("error", error));
  }
}
