package dev.sluice.change;

/**
 * One physical database in one environment.
 *
 * @param shard tells the targets of a group apart; empty when the database has one target there
 */
public record TargetName(String database, String environment, String shard)
    implements Comparable<TargetName> {
  public static TargetName of(String database, String environment) {
    return new TargetName(database, environment, "");
  }

  /** Reads {@code orders@prod} and {@code orders@prod/eu}. */
  public static TargetName parse(String text) {
    int at = text.indexOf('@');
    if (at < 1 || at == text.length() - 1) {
      throw new IllegalArgumentException("a target is written database@environment");
    }
    String rest = text.substring(at + 1);
    int slash = rest.indexOf('/');
    return slash < 0
        ? of(text.substring(0, at), rest)
        : new TargetName(
            text.substring(0, at), rest.substring(0, slash), rest.substring(slash + 1));
  }

  @Override
  public int compareTo(TargetName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return database + "@" + environment + (shard.isEmpty() ? "" : "/" + shard);
  }
}
