package dev.sluice.deploy;

import dev.sluice.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a statement leaves in its session, where a new connection does not find it.
 *
 * @param names what later statements call it, in lower case without quotes; empty for settings that
 *     no statement names
 */
public record Leaves(Kind kind, Set<String> names) {
  /** What a new connection can do about it. */
  public enum Kind {
    /** The statement changes nothing in the session. */
    NOTHING,
    /** Repeating the statement does no harm and brings it back. */
    SETTING,
    /** Rows or values that repeating may not bring back: they depended on the data of then. */
    CONTENT
  }

  public static final Leaves NOTHING = new Leaves(Kind.NOTHING, Set.of());

  public Leaves {
    names = Set.copyOf(names);
  }

  static Leaves setting(Stream<Token> names) {
    return new Leaves(Kind.SETTING, bare(names));
  }

  static Leaves content(Stream<Token> names) {
    return new Leaves(Kind.CONTENT, bare(names));
  }

  private static Set<String> bare(Stream<Token> names) {
    return names.map(Leaves::bare).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the step uses one of these names. */
  static boolean mentions(Step step, Set<String> names) {
    return !names.isEmpty()
        && Words.of(step.statement()).tokens().stream().map(Leaves::bare).anyMatch(names::contains);
  }

  private static String bare(Token token) {
    return token.unquoted().toLowerCase(Locale.ROOT);
  }

  /** A temporary table and the like, of which {@code named} begins with the name. */
  static Leaves created(Words named) {
    List<Token> name = named.name();
    return content(name.stream().skip(Math.max(0, name.size() - 1)));
  }
}
