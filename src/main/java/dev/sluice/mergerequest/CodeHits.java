package dev.sluice.mergerequest;

import java.util.List;

/**
 * Where a text stands in a repository's files.
 *
 * @param complete false when GitLab listed only the first ones
 */
public record CodeHits(List<Hit> hits, boolean complete) {
  public CodeHits {
    hits = List.copyOf(hits);
  }

  /** A line with the text. */
  public record Hit(String path, int line, String text) {}
}
