package dev.sluice.gitlab;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Where a list goes on. */
final class NextPage {
  private static final Pattern NEXT =
      Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?", Pattern.CASE_INSENSITIVE);

  private NextPage() {}

  /**
   * Only the link's query is taken: behind a proxy GitLab may know itself by another host or path
   * than the one that we reach it by.
   */
  static Optional<HttpUrl> after(Answer answer) {
    for (String link : answer.headers().values("Link")) {
      Matcher next = NEXT.matcher(link);
      if (next.find()) {
        HttpUrl target = answer.url().resolve(next.group(1));
        return Optional.ofNullable(target)
            .map(url -> answer.url().newBuilder().encodedQuery(url.encodedQuery()).build());
      }
    }
    // some proxies drop long Link headers
    String page = answer.headers().get("X-Next-Page");
    return page == null || page.isBlank()
        ? Optional.empty()
        : Optional.of(answer.url().newBuilder().setQueryParameter("page", page.strip()).build());
  }
}
