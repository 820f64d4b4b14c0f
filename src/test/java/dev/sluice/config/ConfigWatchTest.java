package dev.sluice.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.config.bind.Surroundings;
import dev.sluice.review.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {
  @TempDir Path folder = Path.of("");
  private Path file;
  private final List<String> swapped = new ArrayList<>();
  private ConfigWatch watch;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("token"), "glpat-1\n");
    file = folder.resolve("bot-config.yml");
    Files.writeString(file, text("/one"));
    watch = ConfigWatch.start(file, reader());
    watch.onChange(config -> swapped.add(config.commands().prefix()));
  }

  private static ConfigReader reader() {
    return new ConfigReader(Surroundings.ofThisProcess(), Rules.infos());
  }

  private String text(String prefix) {
    return ConfigReaderTest.GOOD
            .replace("${env:TOKEN}", "${file:" + folder.resolve("token") + "}")
            .replace("${env:HOOK}", "hook")
        + "commands: { prefix: "
        + prefix
        + " }\n";
  }

  @Test
  void newContentIsSwappedInAndListenersHearIt() throws IOException {
    Files.writeString(file, text("/two"));
    watch.look();
    watch.look();
    assertThat(watch.current().commands().prefix()).isEqualTo("/two");
    assertThat(swapped).containsExactly("/two");
  }

  @Test
  void aTouchedFileChangesNothing() throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    watch.look();
    assertThat(swapped).isEmpty();
  }

  @Test
  void aFileWithProblemsLeavesTheLastGoodOneInForce() throws IOException {
    Files.writeString(file, text("nonsense"));
    watch.look();
    assertThat(watch.current().commands().prefix()).isEqualTo("/one");
    assertThat(watch.lastProblems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.keyPath()).isEqualTo("commands.prefix"));
    Files.writeString(file, text("/one"));
    watch.look();
    assertThat(watch.lastProblems()).isEmpty();
  }

  @Test
  void aFileThatIsGoneForAWhileIsTold() throws IOException {
    Files.delete(file);
    watch.look();
    assertThat(watch.lastProblems()).singleElement().asString().contains("cannot be read");
    assertThat(watch.current().commands().prefix()).isEqualTo("/one");
    Files.writeString(file, text("/one"));
    watch.look();
    assertThat(watch.lastProblems()).isEmpty();
  }

  @Test
  void aSwappedSymlinkCounts() throws IOException {
    Path one = Files.writeString(folder.resolve("1.yml"), text("/one"));
    Path two = Files.writeString(folder.resolve("2.yml"), text("/two"));
    Path link = Files.createSymbolicLink(folder.resolve("link.yml"), one);
    ConfigWatch linked = ConfigWatch.start(link, reader());
    Files.delete(link);
    Files.createSymbolicLink(link, two);
    linked.look();
    assertThat(linked.current().commands().prefix()).isEqualTo("/two");
  }

  @Test
  void aRotatedSecretFileCounts() throws IOException {
    Files.writeString(folder.resolve("token"), "glpat-2\n");
    watch.look();
    assertThat(swapped).containsExactly("/one");
  }

  @Test
  void withoutALastGoodOneTheStartFails() throws IOException {
    Files.writeString(file, "projects: 1\n");
    assertThatThrownBy(() -> ConfigWatch.start(file, reader()))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("bot-config.yml:1:11 projects");
  }
}
