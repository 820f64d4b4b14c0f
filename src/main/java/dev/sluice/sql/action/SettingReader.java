package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** SET, RESET and SQLite's PRAGMA. */
final class SettingReader {
  private static final Set<String> EQUALS = Set.of("=", "TO", ":=");
  private static final Set<String> SCOPES = Set.of("SESSION", "GLOBAL", "PERSIST");

  private SettingReader() {}

  static List<Action> read(Cursor c) {
    if (c.take("PRAGMA")) {
      return List.of(pragma(c));
    }
    if (c.take("RESET")) {
      return List.of(new Action.SetSetting(c.whole(), lower(c.rest()), "DEFAULT", false));
    }
    c.expect("SET");
    if (c.at("TRANSACTION") || c.at("SESSION", "CHARACTERISTICS")) {
      return List.of(new Action.TransactionControl(c.whole(), "SET TRANSACTION"));
    }
    boolean local = c.take("LOCAL");
    if (!local && !c.at("SESSION", "AUTHORIZATION")) {
      c.takeAny(SCOPES);
    }
    return List.of(setting(c, local));
  }

  private static Action setting(Cursor c, boolean local) {
    int mark = c.mark();
    while (!c.done() && !c.atAny(EQUALS)) {
      c.next();
    }
    if (c.done()) {
      c.back(mark);
      String name = c.take("TIME", "ZONE") ? "timezone" : lower(c.next().text());
      return new Action.SetSetting(c.whole(), name, c.rest(), local);
    }
    String name = lower(c.textSince(mark));
    c.next();
    return new Action.SetSetting(c.whole(), name, c.rest(), local);
  }

  private static Action pragma(Cursor c) {
    String name = c.objectName().name();
    c.take("=");
    String value = c.at("(") ? c.parentheses().rest() : c.rest();
    return new Action.SetSetting(c.whole(), name, value, false);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
