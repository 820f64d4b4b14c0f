package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Table;
import dev.sluice.review.Replacement;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A key as two statements: its index, built while everybody works on, then the constraint that
 * takes the index over. Only for plain keys: what stands behind the columns belongs now to the one,
 * now to the other.
 */
final class KeyInTwoSteps {
  private static final Pattern PLAIN_KEY =
      Pattern.compile("(?is)(constraint\\s+\\S+\\s+)?(unique|primary\\s+key)\\s*\\([^()]*\\)");
  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private KeyInTwoSteps() {}

  /** Instead of the whole statement; empty where it would fail or is not ours to say. */
  static Optional<Replacement> of(AddConstraint add, Scene scene) {
    boolean primary = add.constraint() instanceof TableConstraint.PrimaryKey;
    List<String> columns = columns(add.constraint());
    boolean possible =
        scene.statement().actions().size() == 1
            && !scene.script().inOwnTransaction(scene.statement())
            && PLAIN_KEY.matcher(scene.text(add.constraint().place())).matches()
            && scene.table(add.table()).filter(t -> takes(t, columns, primary)).isPresent();
    String name = add.constraint().name().orElseGet(() -> ownName(add, columns, primary));
    boolean plain =
        Stream.concat(Stream.of(name, add.table().name()), columns.stream())
            .allMatch(n -> PLAIN_NAME.matcher(n).matches());
    return possible && plain
        ? Optional.of(new Replacement(scene.statement().place(), text(add, name, columns, primary)))
        : Optional.empty();
  }

  private static String text(
      AddConstraint add, String name, List<String> columns, boolean primary) {
    return "CREATE UNIQUE INDEX CONCURRENTLY "
        + name
        + " ON "
        + add.table()
        + " ("
        + String.join(", ", columns)
        + ");\nALTER TABLE "
        + add.table()
        + " ADD CONSTRAINT "
        + name
        + (primary ? " PRIMARY KEY" : " UNIQUE")
        + " USING INDEX "
        + name;
  }

  /** As PostgreSQL would call it. */
  private static String ownName(AddConstraint add, List<String> columns, boolean primary) {
    String table = add.table().name();
    return primary ? table + "_pkey" : table + "_" + String.join("_", columns) + "_key";
  }

  private static List<String> columns(TableConstraint constraint) {
    if (constraint instanceof TableConstraint.PrimaryKey key) {
      return key.columns();
    }
    return constraint instanceof TableConstraint.Unique key ? key.columns() : List.of();
  }

  private static boolean takes(Table table, List<String> columns, boolean primary) {
    boolean filled =
        columns.stream()
            .allMatch(c -> table.column(c).filter(k -> !primary || !k.nullable()).isPresent());
    return !table.partitioned() && filled;
  }
}
