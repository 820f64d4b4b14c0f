package dev.sluice.change;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One physical database in one environment.
 *
 * @param shard tells the targets of a group apart; empty when the database has one target there
 */
public record TargetName(String database, String environment, String shard)
    implements Comparable<TargetName> {
  private static final Pattern FORM = Pattern.compile("([^@]+)@([^/]+)(?:/(.+))?");

  public static TargetName of(String database, String environment) {
    return new TargetName(database, environment, "");
  }

  /** Reads {@code orders@prod} and {@code orders@prod/eu}. */
  public static TargetName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a target is written database@environment");
    }
    String shard = matcher.group(3);
    return new TargetName(matcher.group(1), matcher.group(2), shard == null ? "" : shard);
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
