package dev.sluice.review.impact;

import static dev.sluice.review.impact.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.sluice.review.impact.PostgresLock.EXCLUSIVE;
import static dev.sluice.review.impact.PostgresLock.SHARE;
import static dev.sluice.review.impact.PostgresLock.SHARE_ROW_EXCLUSIVE;
import static dev.sluice.review.impact.PostgresLock.SHARE_UPDATE_EXCLUSIVE;
import static dev.sluice.review.impact.Work.INDEX_BUILD;
import static dev.sluice.review.impact.Work.INSTANT;
import static dev.sluice.review.impact.Work.REWRITE;
import static dev.sluice.review.impact.Work.ROWS;
import static dev.sluice.review.impact.Work.SCAN;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What those statements and clauses take on PostgreSQL that have no kind of action of their own.
 */
final class PostgresOtherImpacts {
  private static final Set<String> REWRITES =
      Set.of("SET LOGGED", "SET UNLOGGED", "SET ACCESS METHOD", "SET TABLESPACE");

  /** ALTER TABLE … clauses that let everybody work on. */
  private static final Set<String> QUIET =
      Set.of("SET", "RESET", "CLUSTER ON", "SET WITHOUT CLUSTER", "SET STATISTICS");

  private static final Set<String> VIEWS = Set.of("VIEW", "MATERIALIZED VIEW");

  private PostgresOtherImpacts() {}

  static Impact of(OtherDdl ddl, Catalog catalog) {
    return switch (ddl.verb()) {
      case "ALTER" -> alter(ddl, catalog);
      case "RENAME" -> ACCESS_EXCLUSIVE.on(ddl.name(), INSTANT);
      case "CREATE", "DROP" -> partOfTable(ddl);
      case "LOCK" -> PostgresLock.named(ddl.detail().clause()).on(ddl.name(), ROWS);
      case "CLUSTER" -> ACCESS_EXCLUSIVE.on(ddl.name(), REWRITE);
      case "VACUUM" ->
          ddl.detail().has("FULL")
              ? ACCESS_EXCLUSIVE.on(ddl.name(), REWRITE)
              : SHARE_UPDATE_EXCLUSIVE.on(ddl.name(), SCAN);
      case "ANALYZE", "ANALYSE" -> SHARE_UPDATE_EXCLUSIVE.on(ddl.name(), ROWS);
      case "REINDEX" -> reindex(ddl, catalog);
      case "REFRESH" -> refresh(ddl);
      case "COMMENT" -> comment(ddl);
      default -> Impact.NONE;
    };
  }

  private static Impact alter(OtherDdl ddl, Catalog catalog) {
    return switch (ddl.objectType()) {
      case "TABLE" -> alterTable(ddl, catalog);
      case "COLUMN" -> alterColumn(ddl);
      case "INDEX" -> alterIndex(ddl, catalog);
      case "VIEW" -> ACCESS_EXCLUSIVE.on(ddl.name(), INSTANT);
      case "MATERIALIZED VIEW" ->
          ACCESS_EXCLUSIVE.on(
              ddl.name(), REWRITES.contains(ddl.detail().clause()) ? REWRITE : INSTANT);
      case "DOMAIN" -> alterDomain(ddl);
      default -> partOfTable(ddl);
    };
  }

  private static Impact alterTable(OtherDdl ddl, Catalog catalog) {
    String clause = ddl.detail().clause();
    Optional<ObjectName> other = ddl.detail().other();
    if (REWRITES.contains(clause)) {
      return ACCESS_EXCLUSIVE.on(ddl.name(), REWRITE);
    }
    if (QUIET.contains(clause)) {
      return SHARE_UPDATE_EXCLUSIVE.on(ddl.name(), INSTANT);
    }
    if (clause.contains("ABLE") && clause.contains("TRIGGER")) {
      return SHARE_ROW_EXCLUSIVE.on(ddl.name(), INSTANT);
    }
    if (clause.equals("ATTACH PARTITION")) {
      Work work = other.filter(c -> hasCheck(c, catalog)).isPresent() ? INSTANT : SCAN;
      return ACCESS_EXCLUSIVE
          .on(other, work)
          .also(SHARE_UPDATE_EXCLUSIVE.also(ddl.name().stream()));
    }
    if (clause.startsWith("DETACH PARTITION")) {
      PostgresLock lock = clause.endsWith("PARTITION") ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE;
      return lock.on(ddl.name(), INSTANT).also(ACCESS_EXCLUSIVE.also(other.stream()));
    }
    if (clause.equals("INHERIT")) {
      return ACCESS_EXCLUSIVE
          .on(ddl.name(), INSTANT)
          .also(SHARE_UPDATE_EXCLUSIVE.also(other.stream()));
    }
    return ACCESS_EXCLUSIVE.on(ddl.name(), INSTANT);
  }

  /** One that may imply the bound, so that no row has to be read. */
  private static boolean hasCheck(ObjectName table, Catalog catalog) {
    return catalog.table(table).stream()
        .flatMap(t -> t.constraints().stream())
        .anyMatch(c -> c.kind() == Constraint.Kind.CHECK && c.validated());
  }

  private static Impact alterColumn(OtherDdl ddl) {
    String clause = ddl.detail().clause();
    if (QUIET.contains(clause)) {
      return SHARE_UPDATE_EXCLUSIVE.on(ddl.name(), INSTANT);
    }
    return ACCESS_EXCLUSIVE.on(ddl.name(), clause.equals("SET EXPRESSION") ? REWRITE : INSTANT);
  }

  /** The planner locks every index of a table, so who keeps an index keeps its table. */
  private static Impact alterIndex(OtherDdl ddl, Catalog catalog) {
    boolean moves = ddl.detail().clause().equals("SET TABLESPACE");
    Optional<ObjectName> table = ddl.name().flatMap(catalog::tableOfIndex).map(Table::name);
    return moves
        ? new Impact("", Blocks.READS_AND_WRITES, INDEX_BUILD, table)
            .also(ACCESS_EXCLUSIVE.also(ddl.name().stream()))
        : Impact.NONE;
  }

  /** Its lock is on every table that has a column of the domain. */
  private static Impact alterDomain(OtherDdl ddl) {
    String clause = ddl.detail().clause();
    boolean reads =
        (clause.startsWith("ADD") && !clause.endsWith("NOT VALID"))
            || clause.equals("SET NOT NULL")
            || clause.startsWith("VALIDATE");
    return reads ? SHARE.on(Optional.empty(), SCAN) : Impact.NONE;
  }

  /** Triggers, rules and policies lock the table that they stand on. */
  private static Impact partOfTable(OtherDdl ddl) {
    Optional<ObjectName> table = ddl.detail().other();
    if (table.isEmpty()) {
      return VIEWS.contains(ddl.objectType())
          ? ACCESS_EXCLUSIVE.on(ddl.name(), INSTANT)
          : Impact.NONE;
    }
    boolean newTrigger = ddl.verb().equals("CREATE") && ddl.objectType().endsWith("TRIGGER");
    return (newTrigger ? SHARE_ROW_EXCLUSIVE : ACCESS_EXCLUSIVE).on(table, INSTANT);
  }

  /** Readers wait too: the planner locks every index of a table, also the one in the making. */
  private static Impact reindex(OtherDdl ddl, Catalog catalog) {
    boolean index = ddl.objectType().equals("INDEX");
    Optional<ObjectName> table =
        index
            ? ddl.name().flatMap(catalog::tableOfIndex).map(Table::name)
            : ddl.name().filter(n -> ddl.objectType().equals("TABLE"));
    if (ddl.detail().has("CONCURRENTLY")) {
      return SHARE_UPDATE_EXCLUSIVE.on(table, INDEX_BUILD);
    }
    return new Impact(SHARE.toString(), Blocks.READS_AND_WRITES, INDEX_BUILD, table)
        .also(index ? ACCESS_EXCLUSIVE.also(ddl.name().stream()) : List.of());
  }

  private static Impact refresh(OtherDdl ddl) {
    if (ddl.detail().has("CONCURRENTLY")) {
      return EXCLUSIVE.on(ddl.name(), SCAN);
    }
    return ACCESS_EXCLUSIVE.on(ddl.name(), ddl.detail().has("NO DATA") ? INSTANT : REWRITE);
  }

  private static Impact comment(OtherDdl ddl) {
    boolean ofTable = Set.of("TABLE", "COLUMN").contains(ddl.objectType());
    return ofTable ? SHARE_UPDATE_EXCLUSIVE.on(ddl.name(), INSTANT) : Impact.NONE;
  }
}
