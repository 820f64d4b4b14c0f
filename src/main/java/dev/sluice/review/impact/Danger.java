package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.Risk;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.*;
import java.util.List;
import java.util.Set;

/** What an action can spoil, whatever it locks. */
enum Danger {
  NONE(Risk.LOW, ""),
  CHANGES_ROWS(Risk.MEDIUM, "changes rows"),
  LOOSENS(Risk.MEDIUM, "changes something that others may rely on"),
  CHANGES_RIGHTS(Risk.MEDIUM, "changes who may do what"),
  BREAKS_CODE(Risk.HIGH, "breaks code that runs now"),
  CHANGES_ALL_ROWS(Risk.HIGH, "changes every row"),
  RUNS_CODE(Risk.HIGH, "runs code that is not looked into"),
  UNKNOWN(Risk.HIGH, "is not understood, so nobody knows what it does"),
  LOSES_DATA(Risk.CRITICAL, "loses data for good");

  private static final Set<String> HARMLESS =
      Set.of(
          "CREATE",
          "COMMENT",
          "ANALYZE",
          "VACUUM",
          "REINDEX",
          "REFRESH",
          "CLUSTER",
          "EXPLAIN",
          "LOCK",
          "UNLOCK",
          "USE",
          "CHECK",
          "CHECKSUM",
          "FLUSH",
          "REBUILD");
  private static final Set<String> RIGHTS = Set.of("GRANT", "REVOKE");

  private static final ActionTable<Danger> TABLE =
      new ActionTable<Danger>()
          .row(NONE, List.of(CreateTable.class, AddColumn.class, CreateView.class))
          .row(NONE, List.of(CreateIndex.class, AddConstraint.class, ValidateConstraint.class))
          .row(NONE, List.of(Select.class, SetSetting.class, TransactionControl.class))
          .row(NONE, List.of(SetDefault.class, DropDefault.class, SetNotNull.class))
          .row(LOOSENS, List.of(DropConstraint.class, DropIndex.class, DropNotNull.class))
          .row(BREAKS_CODE, List.of(RenameTable.class, RenameColumn.class, DropView.class))
          .row(LOOSENS, List.of(AlterColumnType.class, ModifyColumn.class))
          .row(LOSES_DATA, List.of(DropTable.class, DropColumn.class, Truncate.class))
          .row(CHANGES_ROWS, List.of(Insert.class))
          .row(Update.class, a -> a.restricted() ? CHANGES_ROWS : CHANGES_ALL_ROWS)
          .row(Delete.class, a -> a.restricted() ? CHANGES_ROWS : LOSES_DATA)
          .row(OtherDdl.class, Danger::other)
          .row(UNKNOWN, List.of(Unrecognised.class))
          .complete();

  final Risk risk;
  final String words;

  Danger(Risk risk, String words) {
    this.risk = risk;
    this.words = words;
  }

  static Danger of(Action action, Catalog before) {
    return TABLE.answer(action, before);
  }

  private static Danger other(OtherDdl ddl) {
    if (HARMLESS.contains(ddl.verb())) {
      return NONE;
    }
    boolean container = Set.of("DATABASE", "SCHEMA", "PARTITION").contains(ddl.objectType());
    if (ddl.verb().equals("TRUNCATE") || ddl.verb().equals("DISCARD")) {
      return LOSES_DATA;
    }
    if (ddl.verb().equals("DROP")) {
      return container ? LOSES_DATA : BREAKS_CODE;
    }
    if (RIGHTS.contains(ddl.verb())) {
      return CHANGES_RIGHTS;
    }
    return HiddenCode.in(ddl).isPresent() ? RUNS_CODE : LOOSENS;
  }
}
