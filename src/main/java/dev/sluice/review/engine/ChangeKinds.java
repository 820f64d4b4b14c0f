package dev.sluice.review.engine;

import dev.sluice.change.ChangeKind;
import dev.sluice.sql.Action;
import dev.sluice.sql.ParsedScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether scripts touch definitions, rows or both; what is not understood may touch both. */
final class ChangeKinds {
  private ChangeKinds() {}

  static Set<ChangeKind> of(List<ParsedScript> scripts) {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    scripts.stream()
        .flatMap(s -> s.statements().stream())
        .flatMap(s -> s.actions().stream())
        .forEach(a -> kinds.addAll(of(a)));
    return kinds;
  }

  private static Set<ChangeKind> of(Action action) {
    if (action instanceof Action.Unrecognised) {
      return EnumSet.allOf(ChangeKind.class);
    }
    if (action instanceof Action.Select
        || action instanceof Action.SetSetting
        || action instanceof Action.TransactionControl) {
      return EnumSet.noneOf(ChangeKind.class);
    }
    boolean rows =
        action instanceof Action.Insert
            || action instanceof Action.Update
            || action instanceof Action.Delete
            || action instanceof Action.Truncate;
    return EnumSet.of(rows ? ChangeKind.DATA : ChangeKind.SCHEMA);
  }
}
