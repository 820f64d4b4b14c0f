package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.config.BotConfig;
import dev.sluice.config.ConfigReader;
import dev.sluice.config.bind.Surroundings;
import dev.sluice.review.rules.Rules;
import org.junit.jupiter.api.Test;

class NeedsRestartTest {
  private static BotConfig config(String token, String prefix, String author) {
    String text =
        """
        server: { listen: "127.0.0.1:0" }
        gitlab: { url: "http://127.0.0.1:1", token: %s, webhook: { secret_token: w } }
        environments: [ { name: test } ]
        databases:
          shop: { engine: sqlite, targets: [ { environment: test, url: "jdbc:sqlite:t.db" } ] }
        projects:
          - name: shop
            repository: shop/database
            scripts: [ { path: "orders/*.sql", databases: [ shop ] } ]
            approval: by_risk
        approval_policies: { by_risk: { rules: [ { require: [ { from: "@lin" } ] } ], author: %s } }
        commands: { prefix: %s }
        """
            .formatted(token, author, prefix);
    return new ConfigReader(Surroundings.ofThisProcess(), Rules.infos())
        .read(text)
        .config()
        .orElseThrow();
  }

  @Test
  void whatIsReadAtStartWaits() {
    assertThat(NeedsRestart.changed(config("a", "/db", "deny"), config("b", "/sql", "deny")))
        .containsExactly("commands", "gitlab");
  }

  @Test
  void whatIsReadEachTimeDoesNot() {
    assertThat(NeedsRestart.changed(config("a", "/db", "deny"), config("a", "/db", "allow")))
        .isEmpty();
  }
}
