package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real servers say which databases they have. */
class ServerDatabasesTest {
  @TempDir Path folder;

  private static TargetSettings discovering(TargetSettings one, String name, String pattern) {
    return new TargetSettings(
        "prod",
        Optional.empty(),
        List.of(),
        Optional.of(DatabasePattern.parse(pattern)),
        Map.of(),
        one.url().replace("/" + name, "/{shard}"),
        one.username(),
        one.password(),
        one.reviewUsername(),
        one.reviewPassword(),
        one.connectTimeout(),
        one.lockTimeout(),
        one.statementTimeout());
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
  void theDatabasesThatFitAreFoundAndTheSystemsOwnAreNot(Dialect dialect) {
    var first = EmbeddedDatabases.of(dialect, folder);
    var second = EmbeddedDatabases.of(dialect, folder);
    String one = name(first.url());
    String other = name(second.url());
    String ours = "sluice_backup_" + one;
    first.execute("create database " + ours);
    TargetSettings all = discovering(first.settings(), one, "%");
    ServerDatabases.Listing listing = ServerDatabases.fitting(dialect, all);
    first.execute("drop database " + ours);
    assertThat(listing.failure()).isEmpty();
    assertThat(listing.names())
        .contains(one, other)
        .doesNotContain(ours)
        .doesNotContain("postgres", "template1", "mysql", "information_schema", "sys");
    assertThat(all.each(listing.names()))
        .anySatisfy(t -> assertThat(t.url()).isEqualTo(second.url()));

    TargetSettings few = discovering(first.settings(), one, one);
    assertThat(ServerDatabases.fitting(dialect, few).names()).containsExactly(one);
  }

  private static String name(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
  }
}
