package dev.sluice.flow;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;

/** Gives a review what it wants to know of a target, or an unread catalog and the reason. */
@FunctionalInterface
public interface TargetCatalogs {
  /**
   * @param offline touch no database: the content comes from a fork
   */
  <T> T with(TargetName target, Dialect dialect, boolean offline, Look<T> look);

  /** What is done with it; {@code note} is empty when the catalog was read. */
  @FunctionalInterface
  interface Look<T> {
    T at(Catalog catalog, SyntaxJudge judge, String note);
  }
}
