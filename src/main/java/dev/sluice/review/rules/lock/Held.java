package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.language.Sayable;
import dev.sluice.review.impact.Blocks;
import dev.sluice.review.impact.Impact;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A lock on a table that others use, taken earlier in the transaction and kept until its commit.
 *
 * @param statement that took it
 */
record Held(Action action, Impact impact, ObjectName table, Statement statement)
    implements Sayable {
  /** Those that keep writers out, or writers and readers, in the order in which they are taken. */
  static List<Held> before(Action action, Scene scene) {
    List<Held> held = new ArrayList<>();
    scene
        .script()
        .uncommittedBefore(scene.statement())
        .forEach(s -> add(s, s.actions(), scene, held));
    List<Action> own = scene.statement().actions();
    add(scene.statement(), own.subList(0, Math.max(0, own.indexOf(action))), scene, held);
    return held;
  }

  private static void add(Statement statement, List<Action> actions, Scene scene, List<Held> held) {
    for (Action action : actions) {
      if (changesRows(action)) {
        continue; // locks rows only, and a script may have ten thousand of these
      }
      Impact impact = scene.impact(action);
      impact
          .table()
          .filter(t -> impact.blocks() != Blocks.NOTHING && isInUse(t, scene))
          .ifPresent(t -> held.add(new Held(action, impact, t, statement)));
    }
  }

  private static boolean changesRows(Action action) {
    return action instanceof Action.Insert
        || action instanceof Action.Update
        || action instanceof Action.Delete;
  }

  /** The table was there before the change and is still there under this name. */
  private static boolean isInUse(ObjectName table, Scene scene) {
    return !scene.isNew(table) && !scene.knowsMissing(table) && !scene.script().makesOrDrops(table);
  }

  boolean keepsReadersOut() {
    return impact.blocks() == Blocks.READS_AND_WRITES;
  }

  /** Who waits, to begin a sentence with. */
  Message waiting() {
    return keepsReadersOut() ? Message.of("Readers and writers") : Message.of("Writers");
  }

  int line() {
    return statement.place().start().line();
  }

  /** For messages: {@code orders (ACCESS EXCLUSIVE since line 3)}. */
  @Override
  public Message said() {
    return Message.of("%s (%s since line %s)", table, impact.lock(), line());
  }
}
