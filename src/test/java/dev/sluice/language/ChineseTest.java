package dev.sluice.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.review.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Chinese bundle says what the sources say: all of it, and nothing else. */
class ChineseTest {
  private static final String CODE = "zh";
  private static final Path FOLDER = Path.of("src", "main", "resources", "language", CODE);

  /** What is looked up as it is found at run time: no source holds it as a message. */
  private static final String WORDS = "words.yml";

  private static final Pattern RULE = Pattern.compile("new RuleInfo\\(\\s*\"([a-z-]+)\"");

  /** Everything that is said through messages. */
  private static final Map<Path, Set<String>> SOURCES = sources();

  private static final Map<String, Map<String, String>> FILES =
      Bundle.files(CODE).stream()
          .collect(Collectors.toMap(f -> f, f -> Bundle.file(CODE, f), (a, b) -> a, TreeMap::new));

  private static Map<Path, Set<String>> sources() {
    Map<Path, Set<String>> all = new TreeMap<>(SourceTexts.in("src/main/java/dev/sluice"));
    all.putAll(SourceTexts.inNotes("src/main/jte/note"));
    return all;
  }

  @Test
  void theListNamesEveryFile() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      List<String> there =
          all.filter(p -> p.toString().endsWith(".yml"))
              .map(p -> FOLDER.relativize(p).toString())
              .sorted()
              .toList();
      assertThat(Bundle.files(CODE)).isEqualTo(there);
    }
  }

  @Test
  void everyTextIsTranslated() {
    Set<String> missing = new TreeSet<>();
    SOURCES.forEach(
        (path, texts) ->
            texts.stream()
                .filter(t -> Language.ZH.translation(t).isEmpty())
                .forEach(t -> missing.add(path.getFileName() + ": " + t)));

    assertThat(missing).isEmpty();
  }

  @Test
  void everyTranslationIsOfATextThatIsSaid() {
    Set<String> said = SOURCES.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Set<String> unused = new TreeSet<>();
    FILES.forEach(
        (file, texts) ->
            texts.keySet().stream()
                .filter(t -> !file.equals(WORDS) && !said.contains(t))
                .forEach(t -> unused.add(file + ": " + t)));

    assertThat(unused).isEmpty();
  }

  @Test
  void theFileOfARuleHoldsExactlyTheTextsOfItsClass() throws IOException {
    Map<String, Set<String>> byRule = new TreeMap<>();
    for (Map.Entry<Path, Set<String>> source : SOURCES.entrySet()) {
      Matcher info = RULE.matcher(Files.readString(source.getKey()));
      if (info.find()) {
        byRule.put("rule/" + info.group(1) + ".yml", source.getValue());
      }
    }
    Map<String, Set<String>> translated = new TreeMap<>();
    FILES.forEach(
        (file, texts) -> {
          if (file.startsWith("rule/")) {
            translated.put(file, Set.copyOf(texts.keySet()));
          }
        });

    assertThat(byRule).hasSameSizeAs(Rules.all());
    assertThat(translated).isEqualTo(byRule);
  }

  @Test
  void translationsShowTheSameArguments() {
    FILES
        .values()
        .forEach(
            texts ->
                texts.forEach(
                    (english, text) ->
                        assertThat(Templates.arguments(text))
                            .as(english)
                            .isEqualTo(Templates.arguments(english))));
  }

  @Test
  void sentencesEndAsTheyDoInEnglish() {
    FILES
        .values()
        .forEach(
            texts ->
                texts.forEach(
                    (english, text) ->
                        assertThat(text.endsWith("。"))
                            .as(english)
                            .isEqualTo(english.endsWith("."))));
  }
}
