package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Size;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.language.Sayable;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A table's size as rules weigh it; unknown counts as large. */
public record TableSize(OptionalLong rows, OptionalLong bytes) implements Sayable {
  private static final long SMALL_ROWS = 10_000;
  private static final long SMALL_BYTES = 16L << 20;
  private static final long LARGE_ROWS = 1_000_000;
  private static final long LARGE_BYTES = 1L << 30;

  /** So few bytes cannot hold 10 000 rows, whatever the statistics do not say. */
  private static final long TINY_BYTES = 256L << 10;

  public static TableSize of(Catalog catalog, ObjectName table) {
    Size size = catalog.table(table).map(Table::size).orElse(Size.UNKNOWN);
    return new TableSize(size.rows(), size.bytes());
  }

  public boolean known() {
    return rows.isPresent() || bytes.isPresent();
  }

  /** Work that grows with the table is over in an instant. */
  public boolean small() {
    boolean fewRows = rows.isPresent() ? rows.getAsLong() < SMALL_ROWS : tiny();
    return fewRows && bytes.orElse(0) < SMALL_BYTES;
  }

  public boolean large() {
    return !known() || rows.orElse(0) >= LARGE_ROWS || bytes.orElse(0) >= LARGE_BYTES;
  }

  private boolean tiny() {
    return bytes.isPresent() && bytes.getAsLong() <= TINY_BYTES;
  }

  /** For people: {@code 120 M rows, 38 GB}. */
  @Override
  public Message said() {
    if (!known()) {
      return Message.of("size unknown, taken as large");
    }
    List<Message> parts = new ArrayList<>();
    rows.ifPresent(n -> parts.add(count(n)));
    bytes.ifPresent(n -> parts.add(Message.verbatim(bytes(n))));
    return Message.of("%s", parts);
  }

  @Override
  public String toString() {
    return said().toString();
  }

  /** For people: {@code 120 M rows}. */
  public static Message count(long rows) {
    if (rows < 10_000) {
      return rows == 1 ? Message.of("1 row") : Message.of("%s rows", rows);
    }
    return rows < 1_000_000
        ? Message.of("%s k rows", rows / 1_000)
        : Message.of("%s M rows", decimal(rows / 1e6));
  }

  private static String bytes(long bytes) {
    if (bytes < 1L << 20) {
      return (bytes >> 10) + " kB";
    }
    return bytes < 1L << 30 ? (bytes >> 20) + " MB" : decimal(bytes / (double) (1L << 30)) + " GB";
  }

  private static String decimal(double value) {
    return value >= 10
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }
}
