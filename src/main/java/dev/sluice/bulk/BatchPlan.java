package dev.sluice.bulk;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A statement and the key along which it is cut: the SQL of each batch. The table is walked upward
 * from key to key, whatever the rows look like that were changed before, so that no row is met
 * twice.
 */
public record BatchPlan(Splittable statement, BatchKey key) {

  /** The values of a key, by column, as text; nothing here is fit for SQL. */
  public record Position(List<String> values) {
    public Position {
      values = List.copyOf(values);
    }

    /** One word, for our table and for people. */
    public String encoded() {
      return values.stream()
          .map(v -> URLEncoder.encode(v, StandardCharsets.UTF_8))
          .collect(Collectors.joining(","));
    }

    public static Position decode(String text) {
      return new Position(
          Arrays.stream(text.split(",", -1))
              .map(v -> URLDecoder.decode(v, StandardCharsets.UTF_8))
              .toList());
    }
  }

  /** The columns of the queries here. */
  public int width() {
    return key.columns().size();
  }

  /** A query for the highest key, behind which rows are none of ours. */
  public String last() {
    return key.select(statement.written(), Optional.empty(), true, 0);
  }

  /**
   * A query for the highest key of the next batch; no row when fewer are left than it asks for.
   *
   * @param behind the last key of the batch before
   */
  public String bound(Optional<Position> behind, Position last, int size) {
    String range = key.range(behind.map(Position::values), last.values());
    return key.select(statement.written(), Optional.of(range), false, size - 1);
  }

  /** The statement for the rows behind {@code behind}, up to and with {@code upTo}. */
  public String batch(Optional<Position> behind, Position upTo) {
    return statement.within(key.range(behind.map(Position::values), upTo.values()));
  }
}
