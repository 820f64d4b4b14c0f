package dev.sluice.flow.beside;

import dev.sluice.mergerequest.CodeHits;
import java.util.List;
import java.util.Optional;

/**
 * Code of the repository that names what a statement drops or renames.
 *
 * @param what the column or table
 * @param hits the first ones
 * @param note what was left out, or why nobody looked
 */
public record CodeUse(String what, List<CodeHits.Hit> hits, Optional<String> note) {
  public CodeUse {
    hits = List.copyOf(hits);
  }
}
