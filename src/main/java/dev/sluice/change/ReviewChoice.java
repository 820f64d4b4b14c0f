package dev.sluice.change;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import dev.sluice.setting.Shortcut;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which review policy holds where. */
@Shortcut("policy")
@Doc("The name of a review policy, or a section that names others for some environments or paths.")
public record ReviewChoice(
    @Doc("The review policy: a configured one, or strict, standard or relaxed.") @Default("default")
        String policy,
    @Doc("Other ones by environment.") Map<String, String> environments,
    @Doc(
            "Other ones by path in the repository, a glob. The first that matches holds, in every"
                + " environment.")
        Map<String, String> paths) {
  /** Throws IllegalArgumentException for what is no glob. */
  public ReviewChoice {
    environments = Collections.unmodifiableMap(new LinkedHashMap<>(environments));
    paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
    for (String path : paths.keySet()) {
      try {
        Glob.parse(path);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("paths: " + path + " is no glob: " + e.getMessage(), e);
      }
    }
  }

  public static ReviewChoice of(String policy) {
    return new ReviewChoice(policy, Map.of(), Map.of());
  }

  /** The name of the policy for a script of this path, going to this environment. */
  public String in(String environment, String path) {
    return paths.entrySet().stream()
        .filter(p -> Glob.parse(p.getKey()).matches(path))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(environments.get(environment)))
        .orElse(policy);
  }
}
