package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.AlterColumnType;
import dev.sluice.sql.Action.SetNotNull;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.TableConstraint;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much work PostgreSQL does for those ALTER clauses that are sometimes instant. */
final class PostgresWork {
  private static final Pattern AND = Pattern.compile("(?i)\\s+and\\s+");
  private static final Pattern IS_NOT_NULL =
      Pattern.compile("(?i)\"?([^\\s\"()]+)\"?\\s+is\\s+not\\s+null");

  private PostgresWork() {}

  static Work addColumn(AddColumn action, Catalog catalog) {
    ColumnDefinition column = action.column();
    Generation generation = column.generation();
    if (generation == Generation.IDENTITY || generation == Generation.STORED) {
      return Work.REWRITE;
    }
    boolean defaultRewrites =
        column
            .defaultExpression()
            .filter(e -> !atLeast(catalog, 11) || PostgresFunctions.mayBeVolatile(e))
            .isPresent();
    return defaultRewrites ? Work.REWRITE : constraintsOf(column);
  }

  private static Work constraintsOf(ColumnDefinition column) {
    Work work = Work.INSTANT;
    for (TableConstraint constraint : column.constraints()) {
      boolean nullReference =
          constraint instanceof TableConstraint.ForeignKey
              && column.defaultExpression().filter(e -> !e.equalsIgnoreCase("null")).isEmpty();
      Work own = nullReference ? Work.INSTANT : addConstraint(constraint);
      work = own.compareTo(work) > 0 ? own : work;
    }
    return work;
  }

  static Work addConstraint(TableConstraint constraint) {
    if (constraint instanceof TableConstraint.Check check) {
      return check.notValid() ? Work.INSTANT : Work.SCAN;
    }
    if (constraint instanceof TableConstraint.ForeignKey key) {
      return key.notValid() ? Work.INSTANT : Work.SCAN;
    }
    if (constraint instanceof TableConstraint.PrimaryKey key) {
      return key.usingIndex().isPresent() ? Work.INSTANT : Work.INDEX_BUILD;
    }
    if (constraint instanceof TableConstraint.Unique key) {
      return key.usingIndex().isPresent() ? Work.INSTANT : Work.INDEX_BUILD;
    }
    return Work.INDEX_BUILD;
  }

  /** Instant where the column cannot hold NULL already, or a valid CHECK proves it (12 and up). */
  static Work setNotNull(SetNotNull action, Catalog catalog) {
    Optional<Table> table = catalog.table(action.table());
    boolean already =
        table.flatMap(t -> t.column(action.column())).filter(c -> !c.nullable()).isPresent();
    boolean proven =
        atLeast(catalog, 12)
            && table.stream()
                .flatMap(t -> t.constraints().stream())
                .filter(c -> c.kind() == Constraint.Kind.CHECK && c.validated())
                .anyMatch(c -> provesNotNull(c.expression().orElse(""), action.column()));
    return already || proven ? Work.INSTANT : Work.SCAN;
  }

  private static boolean provesNotNull(String expression, String column) {
    if (expression.toLowerCase(Locale.ROOT).matches("(?s).*\\bor\\b.*")) {
      return false;
    }
    for (String part : AND.split(expression)) {
      Matcher matcher = IS_NOT_NULL.matcher(part.replaceAll("[()]", " ").strip());
      if (matcher.matches() && matcher.group(1).equalsIgnoreCase(column)) {
        return true;
      }
    }
    return false;
  }

  /** Unknown old types count as a rewrite: most changes are one. */
  static Work changeType(AlterColumnType action, Catalog catalog) {
    Optional<Table> table = catalog.table(action.table());
    Optional<Column> column = table.flatMap(t -> t.column(action.column()));
    boolean compatible =
        PostgresTypes.sameValue(action.using(), action.column(), action.type())
            && column
                .filter(c -> PostgresTypes.binaryCompatible(c.type(), action.type()))
                .isPresent();
    if (!compatible) {
      return Work.REWRITE;
    }
    return table.filter(t -> PostgresImpacts.checked(t, action.column())).isPresent()
        ? Work.SCAN
        : Work.INSTANT;
  }

  /** A server of unknown version counts as a current one. */
  private static boolean atLeast(Catalog catalog, int major) {
    return catalog.version().map(v -> v.atLeast(major, 0)).orElse(true);
  }
}
