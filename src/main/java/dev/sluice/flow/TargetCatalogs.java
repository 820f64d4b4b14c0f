package dev.sluice.flow;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.target.Prober;
import java.util.Optional;

/** Gives a review what it wants to know of a target, or an unread catalog and the reason. */
@FunctionalInterface
public interface TargetCatalogs {
  /**
   * @param offline touch no database: the content comes from a fork
   */
  <T> T with(TargetName target, Dialect dialect, boolean offline, Look<T> look);

  /** What is done with it. */
  @FunctionalInterface
  interface Look<T> {
    T at(Sight sight);
  }

  /**
   * What there is to see.
   *
   * @param prober empty when the database must not, or cannot, be asked
   * @param note empty when the catalog was read
   */
  record Sight(Catalog catalog, SyntaxJudge judge, Optional<Prober> prober, String note) {}
}
