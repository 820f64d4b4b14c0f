package dev.sluice.real;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.setting.Secret;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.target.TargetDatabase;
import dev.sluice.target.TargetSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The empty database that the migrations go to. */
record RealTarget(Dialect dialect, String url, String user, String password) {
  TargetDatabase database() {
    TargetSettings settings =
        new TargetSettings(
            "test",
            Optional.empty(),
            url,
            Optional.of(user),
            Optional.of(Secret.parse(password)),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5));
    return TargetDatabase.of(TargetName.of("shop", "test"), dialect, settings);
  }

  /** What is done while the server can be asked. */
  interface Asking {
    void with(Catalog catalog, SyntaxJudge server);
  }

  void ask(Asking asking) throws SQLException {
    TargetDatabase database = database();
    try (Connection connection = database.openForReview()) {
      asking.with(database.readCatalog(connection), database.judge(connection));
    }
  }
}
