package dev.sluice.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.demo.model.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A bare HTTP client of the stand-in, for one user. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final String root;
  private final String token;

  Api(StandInGitLab gitlab, User user) {
    this.root = gitlab.url() + "/api/v4";
    this.token = gitlab.token(user);
  }

  record Answer(int status, String text, HttpResponse<String> raw) {
    JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new IllegalStateException(text, e);
      }
    }

    String message() {
      return json().path("message").asText();
    }
  }

  Answer get(String path) {
    return send("GET", path, "", "text/plain");
  }

  Answer delete(String path) {
    return send("DELETE", path, "", "text/plain");
  }

  /** Names and values in turn, sent as a form. */
  Answer post(String path, String... pairs) {
    return send("POST", path, form(pairs), "application/x-www-form-urlencoded");
  }

  Answer put(String path, String... pairs) {
    return send("PUT", path, form(pairs), "application/x-www-form-urlencoded");
  }

  Answer postJson(String path, String body) {
    return send("POST", path, body, "application/json");
  }

  private static String form(String... pairs) {
    List<String> parts = new ArrayList<>();
    for (var i = 0; i < pairs.length; i += 2) {
      parts.add(encode(pairs[i]) + "=" + encode(pairs[i + 1]));
    }
    return String.join("&", parts);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Answer send(String method, String path, String body, String type) {
    var request =
        HttpRequest.newBuilder(URI.create(root + path))
            .header("PRIVATE-TOKEN", token)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var answer = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
