package dev.sluice.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The texts of a language by their English: all files of {@code resources/language/<code>}, which
 * {@code files.txt} there lists. A text may stand in several files, with one translation.
 */
record Bundle(Map<String, String> texts) {
  Bundle {
    texts = Map.copyOf(texts);
  }

  static Bundle read(String code) {
    Map<String, String> all = new HashMap<>();
    for (String file : files(code)) {
      file(code, file).forEach((english, text) -> put(all, english, text, file));
    }
    return new Bundle(all);
  }

  private static void put(Map<String, String> all, String english, String text, String file) {
    String other = all.put(english, text);
    if (other != null && !other.equals(text)) {
      throw new IllegalStateException(file + " translates \"" + english + "\" in another way");
    }
  }

  /** In the order of the list. */
  static List<String> files(String code) {
    try (InputStream in = open(code + "/files.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** English → translation, as one file has them. */
  static Map<String, String> file(String code, String file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream in = open(code + "/" + file)) {
      Map<?, ?> read = new Yaml(new SafeConstructor(options)).load(in);
      Map<String, String> texts = new LinkedHashMap<>();
      read.forEach((english, text) -> texts.put((String) english, (String) text));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("language file " + file, e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = Bundle.class.getResourceAsStream("/language/" + name);
    if (in == null) {
      throw new IllegalStateException("there is no language/" + name);
    }
    return in;
  }
}
