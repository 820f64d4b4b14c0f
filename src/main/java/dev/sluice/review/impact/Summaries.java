package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.*;

/** An action in a few words: {@code ADD COLUMN orders.note}. */
final class Summaries {
  private static final ActionTable<String> TABLE =
      new ActionTable<String>()
          .row(CreateTable.class, a -> "CREATE TABLE " + a.table())
          .row(DropTable.class, a -> "DROP TABLE " + a.table())
          .row(RenameTable.class, a -> "RENAME TABLE " + a.table() + " TO " + a.newName())
          .row(AddColumn.class, a -> "ADD COLUMN " + a.table() + "." + a.column().name())
          .row(DropColumn.class, a -> "DROP COLUMN " + a.table() + "." + a.column())
          .row(RenameColumn.class, Summaries::renameColumn)
          .row(
              AlterColumnType.class,
              a -> "ALTER COLUMN " + a.table() + "." + a.column() + " TYPE " + a.type())
          .row(
              ModifyColumn.class,
              a ->
                  "MODIFY COLUMN "
                      + a.table()
                      + "."
                      + a.column()
                      + " "
                      + a.definition().type()
                      + (a.definition().notNull() ? " NOT NULL" : ""))
          .row(SetNotNull.class, a -> "SET NOT NULL " + a.table() + "." + a.column())
          .row(DropNotNull.class, a -> "DROP NOT NULL " + a.table() + "." + a.column())
          .row(SetDefault.class, a -> "SET DEFAULT " + a.table() + "." + a.column())
          .row(DropDefault.class, a -> "DROP DEFAULT " + a.table() + "." + a.column())
          .row(AddConstraint.class, Summaries::addConstraint)
          .row(DropConstraint.class, a -> "DROP CONSTRAINT " + a.table() + "." + a.constraint())
          .row(
              ValidateConstraint.class,
              a -> "VALIDATE CONSTRAINT " + a.table() + "." + a.constraint())
          .row(CreateIndex.class, Summaries::createIndex)
          .row(DropIndex.class, a -> "DROP INDEX " + a.index())
          .row(CreateView.class, a -> "CREATE VIEW " + a.view())
          .row(DropView.class, a -> "DROP VIEW " + a.view())
          .row(Truncate.class, a -> "TRUNCATE " + a.table())
          .row(Insert.class, a -> "INSERT INTO " + a.table())
          .row(Update.class, a -> "UPDATE " + a.table())
          .row(Delete.class, a -> "DELETE FROM " + a.table())
          .row(Select.class, a -> "SELECT")
          .row(TransactionControl.class, TransactionControl::verb)
          .row(SetSetting.class, a -> "SET " + a.name())
          .row(OtherDdl.class, Summaries::other)
          .row(Unrecognised.class, a -> "not understood")
          .complete();

  private Summaries() {}

  static String of(Action action, Catalog before) {
    return TABLE.answer(action, before);
  }

  private static String renameColumn(RenameColumn a) {
    return "RENAME COLUMN " + a.table() + "." + a.column() + " TO " + a.newName();
  }

  private static String addConstraint(AddConstraint a) {
    return "ADD CONSTRAINT " + a.table() + a.constraint().name().map(n -> "." + n).orElse("");
  }

  private static String createIndex(CreateIndex a) {
    return (a.concurrently() ? "CREATE INDEX CONCURRENTLY " : "CREATE INDEX ")
        + a.name().map(n -> n.name() + " ").orElse("")
        + "ON "
        + a.table();
  }

  private static String other(OtherDdl a) {
    return (a.verb() + " " + a.objectType()).strip() + a.name().map(n -> " " + n).orElse("");
  }
}
