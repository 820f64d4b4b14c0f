package dev.sluice.gitlab;

import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * The address of one call: a path whose {@code :names} are filled in order, and a query. The
 * template alone is what error messages show.
 */
record Route(String template, List<String> filled, List<String> query) {
  static Route of(String template, Object... values) {
    List<String> filled = new ArrayList<>();
    int next = 0;
    for (String segment : template.substring(1).split("/")) {
      filled.add(segment.startsWith(":") ? String.valueOf(values[next++]) : segment);
    }
    return new Route(template, List.copyOf(filled), List.of());
  }

  Route with(String name, Object value) {
    List<String> longer = new ArrayList<>(query);
    longer.add(name);
    longer.add(String.valueOf(value));
    return new Route(template, filled, List.copyOf(longer));
  }

  /** The address below the API's root; a slash inside a value is escaped, as GitLab wants it. */
  HttpUrl under(HttpUrl api) {
    HttpUrl.Builder url = api.newBuilder();
    filled.forEach(url::addPathSegment);
    for (int i = 0; i < query.size(); i += 2) {
      url.addQueryParameter(query.get(i), query.get(i + 1));
    }
    return url.build();
  }
}
