package dev.sluice.review.rule;

import dev.sluice.review.RuleId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Under which names people may look for a rule.
 *
 * @param former under which it can be configured and ignored too
 * @param elsewhere what it is called by other tools
 */
public record OtherNames(List<RuleId> former, List<Elsewhere> elsewhere) {
  static final OtherNames NONE = new OtherNames(List.of(), List.of());

  /** Tools that people come from. */
  public enum Tool {
    BYTEBASE("Bytebase"),
    SQUAWK("Squawk"),
    STRONG_MIGRATIONS("strong_migrations"),
    ATLAS("Atlas");

    private final String title;

    Tool(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** A rule of another tool that this one covers. */
  public record Elsewhere(Tool tool, String name) {
    /** {@code squawk ban-truncate}: the tool, a space, its name for the rule. */
    static Elsewhere parse(String written) {
      String[] parts = written.split(" ", 2);
      return new Elsewhere(Tool.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
    }
  }

  public OtherNames {
    former = List.copyOf(former);
    elsewhere = List.copyOf(elsewhere);
  }

  OtherNames formerly(String... ids) {
    return new OtherNames(Arrays.stream(ids).map(RuleId::new).toList(), elsewhere);
  }

  OtherNames knownAs(String... names) {
    return new OtherNames(former, Arrays.stream(names).map(Elsewhere::parse).toList());
  }
}
