package dev.sluice.gitlab;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.mergerequest.HostRefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** GitLab's REST API in JSON and bytes, page by page along {@code Link: rel=next}. */
final class Rest {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int MOST_PAGES = 1000;

  private final Transport transport;
  private final HttpUrl api;
  private final ObjectMapper json;

  Rest(Transport transport, HttpUrl api, ObjectMapper json) {
    this.transport = transport;
    this.api = api;
    this.json = json;
  }

  <T> T get(Route route, Class<T> type) {
    return read(route, required("GET", route, call("GET", route, null)), type);
  }

  /** Empty on 404. */
  <T> Optional<T> find(Route route, Class<T> type) {
    return present("GET", route, call("GET", route, null)).map(it -> read(route, it, type));
  }

  /** The bytes as they are; empty on 404. */
  Optional<byte[]> bytes(Route route) {
    return present("GET", route, call("GET", route, null))
        .map(answer -> answer.body().toByteArray());
  }

  <T> T post(Route route, Object body, Class<T> type) {
    return read(route, required("POST", route, call("POST", route, body)), type);
  }

  <T> T put(Route route, Object body, Class<T> type) {
    return read(route, required("PUT", route, call("PUT", route, body)), type);
  }

  void post(Route route) {
    required("POST", route, call("POST", route, null));
  }

  /** What is gone already is fine. */
  void delete(Route route) {
    present("DELETE", route, call("DELETE", route, null));
  }

  /** All pages at once. */
  <T> List<T> all(Route route, Class<T> type) {
    List<T> all = new ArrayList<>();
    pages(route, type).forEachRemaining(all::addAll);
    return all;
  }

  /** All pages at once; empty on 404. */
  <T> Optional<List<T>> allIfThere(Route route, Class<T> type) {
    try {
      return Optional.of(all(route, type));
    } catch (HostRefusedException refused) {
      if (refused.status() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Page by page, each fetched when it is asked for. */
  <T> Iterator<List<T>> pages(Route route, Class<T> type) {
    return new Iterator<>() {
      private @Nullable HttpUrl next = route.with("per_page", 100).under(api);
      private int count = 0;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public List<T> next() {
        if (next == null) {
          throw new NoSuchElementException();
        }
        if (count++ == MOST_PAGES) {
          throw new HostRefusedException(200, "GET " + route.template() + ": too many pages");
        }
        Answer answer = required("GET", route, send(route, request(next).build()));
        next = NextPage.after(answer).orElse(null);
        return readList(route, answer, type);
      }
    };
  }

  private Answer call(String method, Route route, @Nullable Object body) {
    return send(route, request(route.under(api)).method(method, content(method, body)).build());
  }

  private Answer send(Route route, Request request) {
    try {
      return transport.exchange(request);
    } catch (IOException failure) {
      throw Refusal.unreachable(request.method() + " " + route.template(), failure);
    }
  }

  private static Request.Builder request(HttpUrl url) {
    return new Request.Builder().url(url).header("Accept", "application/json, */*");
  }

  private @Nullable RequestBody content(String method, @Nullable Object body) {
    if (method.equals("GET") || method.equals("DELETE")) {
      return null;
    }
    try {
      return new OneShot(JSON, body == null ? new byte[0] : json.writeValueAsBytes(body));
    } catch (IOException impossible) {
      throw new IllegalStateException("our own record cannot be written", impossible);
    }
  }

  private static Answer required(String method, Route route, Answer answer) {
    if (!answer.ok()) {
      throw Refusal.of(method + " " + route.template(), answer);
    }
    return answer;
  }

  private static Optional<Answer> present(String method, Route route, Answer answer) {
    return answer.status() == 404 ? Optional.empty() : Optional.of(required(method, route, answer));
  }

  private <T> T read(Route route, Answer answer, Class<T> type) {
    try {
      return json.readValue(answer.body().toByteArray(), type);
    } catch (IOException unreadable) {
      throw Refusal.unreachable(route.template() + ": unreadable answer", unreadable);
    }
  }

  private <T> List<T> readList(Route route, Answer answer, Class<T> type) {
    try {
      return json.readerForListOf(type).readValue(answer.body().toByteArray());
    } catch (IOException unreadable) {
      throw Refusal.unreachable(route.template() + ": unreadable answer", unreadable);
    }
  }

  /** A body that OkHttp itself must not send a second time when a connection breaks. */
  static final class OneShot extends RequestBody {
    private final @Nullable MediaType type;
    private final byte[] content;

    OneShot(@Nullable MediaType type, byte[] content) {
      this.type = type;
      this.content = content;
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return content.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(content);
    }

    @Override
    public boolean isOneShot() {
      return true;
    }
  }
}
