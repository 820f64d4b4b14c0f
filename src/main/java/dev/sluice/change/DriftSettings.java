package dev.sluice.change;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.util.List;

/** What happens when a schema is not as the last deployment left it. */
@Doc("What happens when a target's schema is not as Sluice left it.")
public record DriftSettings(
    @Doc("What a deployment does that finds such a difference.") @Default("warn") Policy policy,
    @Doc("How often each target is looked at besides: a duration like 24h, or off.") @Default("24h")
        Every check,
    @Doc(
            "Differences that do not count, as kind:pattern. The kind is table, view, function, index,"
                + " constraint, trigger, grant, comment … or *; the pattern is a regular expression"
                + " that the whole name matches.")
        List<DriftIgnore> ignore) {
  public static final DriftSettings DEFAULT =
      new DriftSettings(Policy.WARN, Every.parse("24h"), List.of());

  public DriftSettings {
    ignore = List.copyOf(ignore);
  }

  /** What a deployment does. */
  public enum Policy {
    @Doc("It waits until an owner says /db accept-drift, or the difference is gone.")
    BLOCK,
    @Doc("It goes on and says so in its result.")
    WARN,
    @Doc("It takes the schema as it is for the new normal, and notes that in the ledger.")
    ACCEPT
  }
}
