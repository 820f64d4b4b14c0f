package dev.sluice.probe;

import dev.sluice.sql.ObjectName;
import java.util.Optional;

/**
 * What hangs on an object of the schema.
 *
 * @param kind as people say it, e.g. {@code view}, {@code foreign key}
 * @param on the table that it belongs to, where it has no life of its own
 */
public record Dependant(String kind, ObjectName name, Optional<ObjectName> on, Fate fate) {

  /** What becomes of it. */
  public enum Fate {
    /** The server does not let it happen while this is there, unless told to take it along. */
    REFUSES,
    /** It is dropped, too, without a word. */
    GOES_ALONG,
    /** It stays, and fails when it is used next. */
    BREAKS,
    /** Its text speaks of the name; whether it means this one nobody has looked into. */
    MAY_BREAK
  }

  public static Dependant of(String kind, ObjectName name, Fate fate) {
    return new Dependant(kind, name, Optional.empty(), fate);
  }

  public static Dependant of(String kind, String name, ObjectName on, Fate fate) {
    return new Dependant(kind, ObjectName.of(name), Optional.of(on), fate);
  }

  /** {@code foreign key orders_customer_fkey of orders}; without the name where it has none. */
  @Override
  public String toString() {
    String own = on.filter(o -> o.name().equals(name.name())).isPresent() ? "" : " " + name.name();
    return kind + own + on.map(o -> " of " + o.name()).orElse("");
  }
}
