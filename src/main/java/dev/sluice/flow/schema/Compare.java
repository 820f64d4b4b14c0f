package dev.sluice.flow.schema;

import dev.sluice.catalog.SchemaComparison;
import dev.sluice.catalog.SchemaComparison.Difference;
import dev.sluice.catalog.Snapshot;
import dev.sluice.change.DriftIgnore;
import dev.sluice.change.Environment;
import dev.sluice.language.Message;
import java.util.Collection;
import java.util.List;

/** Says in which way one environment's schema is not like another's. Pure. */
public final class Compare {
  private static final int LONGEST = 120;

  private Compare() {}

  /**
   * What counts, by what the environments say of drift; nothing for snapshots that cannot be
   * compared.
   */
  public static List<Difference> between(
      Snapshot one, Snapshot other, Collection<Environment> environments) {
    if (one.format() != other.format()) {
      return List.of();
    }
    List<DriftIgnore> ignored =
        environments.stream().flatMap(e -> e.drift().ignore().stream()).toList();
    WithoutIgnored counted = new WithoutIgnored(ignored);
    return SchemaComparison.between(counted.of(one), counted.of(other));
  }

  /** {@code prod lacks index orders_by_day}. */
  public static Message words(Difference difference, String one, String other) {
    if (difference.one().isEmpty()) {
      return Message.of("%s lacks %s", one, difference.what());
    }
    if (difference.other().isEmpty()) {
      return Message.of("%s lacks %s", other, difference.what());
    }
    return difference.kind().equals("column")
        ? Message.of(
            "%s is \"%s\" in %s and \"%s\" in %s",
            difference.what(), cut(difference.one()), one, cut(difference.other()), other)
        : Message.of("%s is another one in %s than in %s", difference.what(), one, other);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }
}
