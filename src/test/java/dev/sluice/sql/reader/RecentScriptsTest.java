package dev.sluice.sql.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import org.junit.jupiter.api.Test;

final class RecentScriptsTest {
  private final RecentScripts recent = new RecentScripts(20);

  @Test
  void theSameTextInTheSameDialectIsReadOnce() {
    SqlReader reader = SqlReader.remembering();
    ParsedScript first = reader.read("select 1", Dialect.MYSQL);
    assertThat(reader.read("select 1", Dialect.MYSQL)).isSameAs(first);
    assertThat(reader.read("select 1", Dialect.SQLITE)).isNotSameAs(first);
    assertThat(reader.read("select 2", Dialect.MYSQL)).isNotSameAs(first);
  }

  @Test
  void whatWasUsedLongestAgoMakesRoom() {
    recent.keep(script("select 1"));
    recent.keep(script("select 2"));
    assertThat(recent.find("select 1", Dialect.MYSQL)).isPresent();
    recent.keep(script("select 3"));
    assertThat(recent.find("select 2", Dialect.MYSQL)).isEmpty();
    assertThat(recent.find("select 1", Dialect.MYSQL)).isPresent();
    assertThat(recent.find("select 3", Dialect.MYSQL)).isPresent();
  }

  @Test
  void aScriptKeptTwiceTakesItsRoomOnce() {
    recent.keep(script("select 1"));
    recent.keep(script("select 1"));
    recent.keep(script("select 2"));
    assertThat(recent.find("select 1", Dialect.MYSQL)).isPresent();
  }

  @Test
  void whatIsLargerThanTheRoomLeavesTheRestAlone() {
    recent.keep(script("select 1"));
    recent.keep(script("select 'quite a long text'"));
    assertThat(recent.find("select 1", Dialect.MYSQL)).isPresent();
  }

  private static ParsedScript script(String text) {
    return new SqlReader().read(text, Dialect.MYSQL);
  }
}
