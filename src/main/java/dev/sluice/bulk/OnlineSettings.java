package dev.sluice.bulk;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tool that changes a table while it is used. */
@Doc("The tool that runs ALTER TABLE statements with `-- sluice: online`, on MySQL and MariaDB.")
public record OnlineSettings(
    @Doc("Which one.") OnlineTool tool,
    @Doc(
            "Program and arguments, run without a shell. Placeholders: {host} {port} {database}"
                + " {table} {alter} {defaults_file} {panic_file}; the account is in"
                + " {defaults_file}.")
        List<String> command,
    @Doc("How long it may run.") @Default("24h") Duration timeout) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
  private static final List<String> KNOWN =
      List.of("host", "port", "database", "table", "alter", "defaults_file", "panic_file");

  public OnlineSettings {
    command = List.copyOf(command);
    String all = String.join(" ", command);
    Matcher matcher = PLACEHOLDER.matcher(all);
    while (matcher.find()) {
      if (!KNOWN.contains(matcher.group(1))) {
        throw new IllegalArgumentException(
            "command knows no " + matcher.group() + ", only {" + String.join("} {", KNOWN) + "}");
      }
    }
    for (String needed : List.of("{table}", "{alter}", "{defaults_file}", "--execute")) {
      if (!all.contains(needed)) {
        throw new IllegalArgumentException("command must contain " + needed);
      }
    }
    if (all.matches(".*(--password|--ask-pass|\\bp=).*")) {
      throw new IllegalArgumentException(
          "command must not contain a password: it is in {defaults_file}");
    }
  }

  /** Whether an argument of the command says so. */
  public boolean says(String words) {
    return command.stream().anyMatch(a -> a.contains(words));
  }

  /** The command with the values in place; what a value contains is never looked into again. */
  public List<String> filled(Map<String, String> values) {
    return command.stream()
        .map(
            a ->
                PLACEHOLDER
                    .matcher(a)
                    .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), ""))))
        .toList();
  }
}
