package dev.sluice.demo.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/** GitLab's headers of offset pagination. */
record PageHeaders(Context http, int page, int size, int total) {

  void write() {
    var pages = Math.max(1, (total + size - 1) / size);
    http.header("X-Page", String.valueOf(page));
    http.header("X-Per-Page", String.valueOf(size));
    http.header("X-Total", String.valueOf(total));
    http.header("X-Total-Pages", String.valueOf(pages));
    http.header("X-Next-Page", page < pages ? String.valueOf(page + 1) : "");
    http.header("X-Prev-Page", page > 1 ? String.valueOf(page - 1) : "");
    List<String> links = new ArrayList<>();
    if (page > 1) {
      links.add(link(page - 1, "prev"));
    }
    if (page < pages) {
      links.add(link(page + 1, "next"));
    }
    links.add(link(1, "first"));
    links.add(link(pages, "last"));
    http.header("Link", String.join(", ", links));
  }

  private String link(int target, String relation) {
    var query = new StringBuilder();
    var old = http.queryString();
    for (var pair : (old == null ? "" : old).split("&")) {
      if (!pair.isEmpty() && !pair.startsWith("page=") && !pair.startsWith("per_page=")) {
        query.append(pair).append('&');
      }
    }
    return "<%s?%spage=%d&per_page=%d>; rel=\"%s\""
        .formatted(http.url(), query, target, size, relation);
  }
}
