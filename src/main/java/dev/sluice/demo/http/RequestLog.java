package dev.sluice.demo.http;

import java.util.ArrayList;
import java.util.List;

/** Every request and how it ended; status 0 where the connection was closed. Thread-safe. */
public final class RequestLog {
  private final List<Request> requests = new ArrayList<>();

  /** One request; the path is as sent, with its query. */
  public record Request(String method, String path, int status) {}

  synchronized void add(Request request) {
    requests.add(request);
  }

  public synchronized List<Request> all() {
    return List.copyOf(requests);
  }

  /** Requests of a method whose path contains the text. */
  public List<Request> of(String method, String part) {
    return all().stream()
        .filter(request -> request.method().equals(method) && request.path().contains(part))
        .toList();
  }

  public synchronized void clear() {
    requests.clear();
  }
}
