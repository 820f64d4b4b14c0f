package dev.sluice.flow.drift;

import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotDiff;
import dev.sluice.change.DriftIgnore;
import dev.sluice.flow.schema.WithoutIgnored;
import dev.sluice.language.Message;
import dev.sluice.store.record.Baselines;
import dev.sluice.store.record.Expected;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schema as it is beside what it should be. Pure. */
sealed interface Comparison {
  /** Nothing that counts is otherwise. */
  record Same() implements Comparison {}

  /**
   * @param diff unified text, never blank
   */
  record Drifted(Expected expected, Snapshot found, String diff) implements Comparison {}

  /** The schema is to be taken as it is. */
  record TakeAsIs(Baselines.Kind kind, Message why) implements Comparison {}

  /** The first number of a version, or the first two where the first hardly ever changes. */
  Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?.*", Pattern.DOTALL);

  static Comparison of(Optional<Expected> expected, Snapshot now, List<DriftIgnore> ignored) {
    if (expected.isEmpty()) {
      return new TakeAsIs(Baselines.Kind.FIRST, Message.of("looked at for the first time"));
    }
    Snapshot before = expected.get().snapshot();
    if (before.format() != now.format()) {
      return new TakeAsIs(
          Baselines.Kind.RENEWED, Message.of("Sluice writes schemas otherwise than before"));
    }
    if (before.sha256().equals(now.sha256())) {
      return new Same();
    }
    WithoutIgnored counts = new WithoutIgnored(ignored);
    String diff = SnapshotDiff.between(counts.of(before), counts.of(now));
    if (diff.isBlank()) {
      return new Same();
    }
    return major(before).equals(major(now))
        ? new Drifted(expected.get(), now, diff)
        : new TakeAsIs(
            Baselines.Kind.RENEWED,
            Message.of(
                "the server went from %s to %s, which may write the same schema otherwise",
                before.serverVersion(), now.serverVersion()));
  }

  /** PostgreSQL 10 and later: one number; MySQL 8.0 and 8.4, SQLite: two. */
  private static String major(Snapshot snapshot) {
    Matcher version = VERSION.matcher(snapshot.serverVersion());
    if (!version.matches()) {
      return snapshot.serverVersion();
    }
    boolean mariadb = snapshot.serverVersion().contains("Maria");
    return Integer.parseInt(version.group(1)) >= 10 && !mariadb
        ? version.group(1)
        : version.group(1) + "." + version.group(2);
  }
}
