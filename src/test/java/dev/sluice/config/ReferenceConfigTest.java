package dev.sluice.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.GeneratedDoc;
import dev.sluice.command.CommandSettings;
import dev.sluice.config.bind.Defaults;
import dev.sluice.config.bind.Key;
import dev.sluice.config.bind.Shape;
import dev.sluice.config.bind.Surroundings;
import dev.sluice.config.describe.ConfigurationPage;
import dev.sluice.deploy.DeploySettings;
import dev.sluice.review.rules.Rules;
import dev.sluice.store.StoreSettings;
import dev.sluice.web.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReferenceConfigTest {
  private static final Path REFERENCE = Path.of("bot-config.yml");

  private static final Surroundings EVERYTHING_SET =
      new Surroundings() {
        @Override
        public Optional<String> variable(String name) {
          return Optional.of("value-of-" + name);
        }

        @Override
        public String file(Path path) {
          return "content-of-" + path;
        }
      };

  private static BotConfig reference() throws IOException {
    Checked checked =
        new ConfigReader(EVERYTHING_SET, Rules.infos()).read(Files.readString(REFERENCE));
    assertThat(checked.problems()).isEmpty();
    return checked.config().orElseThrow();
  }

  @Test
  void theReferenceFileLoads() throws IOException {
    assertThat(reference().projects()).hasSize(1);
  }

  @Test
  void theReferenceFileShowsTheRealDefaults() throws IOException {
    BotConfig config = reference();
    assertThat(config.server()).isEqualTo(Defaults.of(ServerSettings.class));
    assertThat(config.store()).isEqualTo(Defaults.of(StoreSettings.class));
    assertThat(config.deploy()).isEqualTo(Defaults.of(DeploySettings.class));
    assertThat(config.commands()).isEqualTo(Defaults.of(CommandSettings.class));
    assertThat(config.deploy()).isEqualTo(DeploySettings.DEFAULT);
  }

  @Test
  void everyKeyIsInTheReferenceFile() throws IOException {
    String text = Files.readString(REFERENCE);
    Set<String> missing = new TreeSet<>();
    for (String key : new KeyNames().of(BotConfig.class)) {
      if (!Pattern.compile("(?m)(^|[\\s{,#])" + key + ":").matcher(text).find()) {
        missing.add(key);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyIsExplained() {
    assertThat(new KeyNames().withoutDoc(BotConfig.class)).isEmpty();
  }

  @Test
  void thePageOfTheDocsIsUpToDate() {
    GeneratedDoc.check("docs/configuration.md", ConfigurationPage.of(BotConfig.class));
  }

  /** Walks the shapes for the names of all keys. */
  private static final class KeyNames implements Shape.Visitor<Boolean> {
    private final Set<Class<?>> seen = new HashSet<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> withoutDoc = new TreeSet<>();

    Set<String> of(Class<?> type) {
      section(new Shape.Section(type));
      return names;
    }

    Set<String> withoutDoc(Class<?> type) {
      of(type);
      return withoutDoc;
    }

    @Override
    public Boolean section(Shape.Section shape) {
      if (seen.add(shape.type())) {
        for (Key key : shape.keys()) {
          names.add(key.name());
          if (key.doc().isEmpty()) {
            withoutDoc.add(shape.type().getSimpleName() + "." + key.name());
          }
          key.shape().accept(this);
        }
      }
      return true;
    }

    @Override
    public Boolean text(Shape.Text shape) {
      return true;
    }

    @Override
    public Boolean choice(Shape.Choice shape) {
      return true;
    }

    @Override
    public Boolean many(Shape.Many shape) {
      return shape.element().accept(this);
    }

    @Override
    public Boolean named(Shape.Named shape) {
      return shape.value().accept(this);
    }

    @Override
    public Boolean maybe(Shape.Maybe shape) {
      return shape.inner().accept(this);
    }

    @Override
    public Boolean variants(Shape.Variants shape) {
      return shape.byName().values().stream().allMatch(this::section);
    }
  }
}
