package dev.sluice.review.impact;

import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's table-level locks, from weak to strong, with what of everyday work they keep waiting
 * (manual, 13.3.1).
 */
enum PostgresLock {
  ACCESS_SHARE(Blocks.NOTHING),
  ROW_SHARE(Blocks.NOTHING),
  ROW_EXCLUSIVE(Blocks.NOTHING),
  SHARE_UPDATE_EXCLUSIVE(Blocks.NOTHING),
  SHARE(Blocks.WRITES),
  SHARE_ROW_EXCLUSIVE(Blocks.WRITES),
  EXCLUSIVE(Blocks.WRITES),
  ACCESS_EXCLUSIVE(Blocks.READS_AND_WRITES);

  private final Blocks blocks;

  PostgresLock(Blocks blocks) {
    this.blocks = blocks;
  }

  /** The lock of a LOCK TABLE; the strongest for what is none. */
  static PostgresLock named(String mode) {
    return Stream.of(values())
        .filter(l -> l.toString().equals(mode.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(ACCESS_EXCLUSIVE);
  }

  Impact on(ObjectName table, Work work) {
    return on(Optional.of(table), work);
  }

  Impact on(Optional<ObjectName> table, Work work) {
    return new Impact(toString(), blocks, work, table);
  }

  List<Impact.Also> also(Stream<ObjectName> tables) {
    return tables.map(t -> new Impact.Also(t, toString(), blocks)).toList();
  }

  /** As the manual writes it. */
  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
