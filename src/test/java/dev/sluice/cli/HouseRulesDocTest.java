package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.GeneratedDoc;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/house-rules.md print what stands there. */
class HouseRulesDocTest {
  private static final String PAGE = "docs/house-rules.md";
  private static final Pattern EXAMPLE =
      Pattern.compile("(?s)```yaml\n(.*?)```\n\n```sql\n(.*?)```\n\n```text\n(.*?)```");

  /** What an example leaves out. */
  private static final String AROUND =
      """
      gitlab: { url: https://gitlab.example.com, token: t, webhook: { secret_token: s } }
      environments: [ { name: prod } ]
      databases:
        shop:
          engine: postgresql
          targets: { environment: prod, url: "jdbc:postgresql://p/shop" }
      projects:
        - name: shop
          repository: shop/database
          scripts: [ { path: "**/*.sql", databases: [ shop ] } ]
          owners: [ "@lin" ]
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void thePrintedExamplesAreReal() throws IOException {
    String page = Files.readString(Path.of(PAGE));
    Matcher examples = EXAMPLE.matcher(page);
    StringBuilder real = new StringBuilder();
    int found = 0;
    while (examples.find()) {
      found++;
      String printed = printed(examples.group(1), examples.group(2));
      assertThat(printed).contains("house" + found);
      examples.appendReplacement(
          real,
          Matcher.quoteReplacement(
              "```yaml\n%s```\n\n```sql\n%s```\n\n```text\n%s```"
                  .formatted(
                      examples.group(1),
                      examples.group(2),
                      printed.replace("house" + found + ".sql", "V7__change.sql"))));
    }
    assertThat(found).isEqualTo(3);
    GeneratedDoc.check(PAGE, examples.appendTail(real).toString());
  }

  private int number;

  private String printed(String yaml, String sql) throws IOException {
    number++;
    Path config = Files.writeString(folder.resolve("bot-config.yml"), yaml + AROUND);
    Path script = Files.writeString(folder.resolve("house" + number + ".sql"), sql);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Main.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "review",
        "--config",
        config.toString(),
        "--dialect",
        "postgresql",
        script.toString());
    assertThat(err.toString()).isEmpty();
    return out.toString().replace(folder + "/", "");
  }
}
