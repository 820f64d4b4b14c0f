package dev.sluice.store.record;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Columns;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The commands that have run. Saving in the transaction of a command's effect makes it run exactly
 * once, however often its note is looked at.
 */
public final class CommandRuns {

  private CommandRuns() {}

  /** The commands of a note that have run, in order. */
  public static List<CommandRun> of(ReadTx tx, MergeRequestId id, long note) {
    return tx.handle()
        .createQuery(
            "select * from command_run where repository = :repository and iid = :iid"
                + " and note = :note order by ordinal")
        .bindMethods(id)
        .bind("note", note)
        .map(RUN)
        .list();
  }

  /**
   * @return false when it has run before; then the transaction must change nothing
   */
  public static boolean save(WriteTx tx, CommandRun run) {
    return tx.handle()
            .createUpdate(
                "insert into command_run (repository, iid, note, ordinal, user_id, username,"
                    + " line, outcome, answer, at) values (:repository, :iid, :note, :ordinal,"
                    + " :userId, :username, :line, :outcome, :answer, :at)"
                    + " on conflict (repository, iid, note, ordinal) do nothing")
            .bindMethods(run.id())
            .bindMethods(run)
            .execute()
        == 1;
  }

  private static final RowMapper<CommandRun> RUN =
      (row, context) ->
          new CommandRun(
              new MergeRequestId(row.getLong("repository"), row.getLong("iid")),
              row.getLong("note"),
              row.getInt("ordinal"),
              row.getLong("user_id"),
              row.getString("username"),
              row.getString("line"),
              CommandRun.Outcome.valueOf(row.getString("outcome")),
              row.getString("answer"),
              Columns.instant(row, "at"));
}
