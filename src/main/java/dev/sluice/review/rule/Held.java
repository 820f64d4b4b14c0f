package dev.sluice.review.rule;

import dev.sluice.catalog.Catalog;
import dev.sluice.language.Message;
import dev.sluice.language.Sayable;
import dev.sluice.review.impact.Blocks;
import dev.sluice.review.impact.Impact;
import dev.sluice.review.impact.Impacts;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import java.util.Optional;

/**
 * A lock that keeps others from a table, taken earlier in the transaction and kept until its
 * commit.
 *
 * @param statement that took it
 */
public record Held(Action action, Impact impact, ObjectName table, Statement statement)
    implements Sayable {
  /** What an action takes on the catalog that it finds; locks on rows do not count. */
  public static Optional<Held> by(Action action, Statement statement, Catalog before) {
    Impact impact = Impacts.of(before.dialect()).of(action, before);
    return impact
        .table()
        .filter(t -> impact.blocks() != Blocks.NOTHING)
        .map(t -> new Held(action, impact, t, statement));
  }

  public boolean keepsReadersOut() {
    return impact.blocks() == Blocks.READS_AND_WRITES;
  }

  /** Who waits, to begin a sentence with. */
  public Message waiting() {
    return keepsReadersOut() ? Message.of("Readers and writers") : Message.of("Writers");
  }

  public int line() {
    return statement.place().start().line();
  }

  /** For messages: {@code orders (ACCESS EXCLUSIVE since line 3)}. */
  @Override
  public Message said() {
    return Message.of("%s (%s since line %s)", table, impact.lock(), line());
  }
}
