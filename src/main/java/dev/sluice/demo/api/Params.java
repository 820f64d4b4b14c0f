package dev.sluice.demo.api;

import dev.sluice.demo.json.Json;
import dev.sluice.demo.model.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request wherever they stand: query, form ({@code position[new_line]=3}, {@code
 * labels[]=a}) or JSON body. Names of nested values are written with dots.
 */
public final class Params {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Reads the query and the body of the given content type; the body wins. */
  public static Params of(@Nullable String query, @Nullable String contentType, String body) {
    var params = new Params();
    params.addForm(query == null ? "" : query);
    if (contentType != null && contentType.startsWith("application/json") && !body.isBlank()) {
      params.addJson(body);
    } else if (contentType != null && contentType.startsWith("application/x-www-form")) {
      params.addForm(body);
    }
    return params;
  }

  private void addJson(String body) {
    try {
      values.putAll(Json.API.read(body));
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("The message body you submitted is not valid JSON");
    }
  }

  private void addForm(String form) {
    for (var pair : form.split("&")) {
      if (!pair.isEmpty()) {
        var parts = pair.split("=", 2);
        var value = parts.length == 1 ? "" : decode(parts[1]);
        put(values, names(decode(parts[0])), value);
      }
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** {@code a[b][]} becomes a, b and an empty name. */
  private static List<String> names(String key) {
    return Arrays.asList(key.replace("]", "").split("\\[", -1));
  }

  private static void put(Map<String, Object> into, List<String> names, String value) {
    var name = names.get(0);
    if (names.size() == 1) {
      into.put(name, value);
    } else if (names.get(1).isEmpty()) {
      asList(into.computeIfAbsent(name, key -> new ArrayList<>())).add(value);
    } else {
      put(
          asMap(into.computeIfAbsent(name, key -> new LinkedHashMap<String, Object>())),
          names.subList(1, names.size()),
          value);
    }
  }

  @SuppressWarnings("unchecked") // only this class and Jackson put lists there
  private static List<Object> asList(Object value) {
    return value instanceof List ? (List<Object>) value : new ArrayList<>();
  }

  @SuppressWarnings("unchecked") // only this class and Jackson put maps there
  private static Map<String, Object> asMap(Object value) {
    return value instanceof Map ? (Map<String, Object>) value : new LinkedHashMap<>();
  }

  private @Nullable Object find(String name) {
    @Nullable Object value = values;
    for (var part : name.split("\\.")) {
      value = value instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return value;
  }

  public boolean has(String name) {
    return find(name) != null;
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(find(name)).map(Object::toString);
  }

  /** A text that must be there; GitLab's 400 otherwise. */
  public String required(String name) {
    return text(name).orElseThrow(() -> Refusal.invalid(bracketed(name) + " is missing"));
  }

  private static String bracketed(String name) {
    var parts = name.split("\\.");
    var text = new StringBuilder(parts[0]);
    for (var part : Arrays.asList(parts).subList(1, parts.length)) {
      text.append('[').append(part).append(']');
    }
    return text.toString();
  }

  public Optional<Long> number(String name) {
    try {
      return text(name).filter(text -> !text.isEmpty()).map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw Refusal.invalid(bracketed(name) + " is invalid");
    }
  }

  public @Nullable Integer line(String name) {
    return number(name).map(Long::intValue).orElse(null);
  }

  public boolean flag(String name) {
    return text(name).filter(text -> text.equals("true") || text.equals("1")).isPresent();
  }

  /** A list: a real one, or names separated by commas. */
  public List<String> list(String name) {
    var value = find(name);
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null
        ? List.of()
        : Arrays.stream(value.toString().split(","))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
  }

  /** Objects in a list, each with its own parameters. */
  public List<Params> objects(String name) {
    List<Params> found = new ArrayList<>();
    if (find(name) instanceof List<?> list) {
      for (var each : list) {
        var params = new Params();
        params.values.putAll(asMap(each));
        found.add(params);
      }
    }
    return found;
  }

  public @Nullable Map<String, Object> object(String name) {
    return find(name) instanceof Map<?, ?> map ? asMap(map) : null;
  }
}
