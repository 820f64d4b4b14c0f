package dev.sluice.deploy.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.deploy.foreign.ForeignScript.Kind;
import dev.sluice.deploy.foreign.ForeignScript.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Versions that ran, as a tool without a table in the target exports them (Bytebase's revisions):
 * JSON, an array of texts or of objects with {@code version}; or CSV, with a column {@code version}
 * or the version first.
 */
public final class VersionList {
  private static final ObjectMapper JSON = new ObjectMapper();

  private VersionList() {}

  /** Throws IllegalArgumentException for a text that is neither. */
  public static List<ForeignScript> parse(String text) {
    List<String> versions = text.stripLeading().startsWith("[") ? json(text) : csv(text);
    List<ForeignScript> scripts = new ArrayList<>();
    for (String version : versions) {
      scripts.add(
          new ForeignScript(
              "entry " + (scripts.size() + 1),
              Kind.VERSIONED,
              version.replaceFirst("^[vV]", ""),
              "",
              "",
              Optional.empty(),
              new Run(Instant.EPOCH, Duration.ZERO, "", "")));
    }
    return scripts;
  }

  private static List<String> json(String text) {
    try {
      List<String> versions = new ArrayList<>();
      for (JsonNode entry : JSON.readTree(text)) {
        JsonNode version = entry.isObject() ? entry.path("version") : entry;
        if (!version.isValueNode() || version.isNull()) {
          throw new IllegalArgumentException("entry " + (versions.size() + 1) + " has no version");
        }
        versions.add(version.asText());
      }
      return versions;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static List<String> csv(String text) {
    List<List<String>> lines =
        text.lines().filter(l -> !l.isBlank()).map(VersionList::cells).toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> head = lines.get(0).stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
    int column = head.indexOf("version");
    return lines.stream()
        .skip(column >= 0 ? 1 : 0)
        .map(c -> c.get(Math.min(Math.max(column, 0), c.size() - 1)))
        .toList();
  }

  private static List<String> cells(String line) {
    return List.of(line.split(",", -1)).stream()
        .map(c -> c.strip().replaceAll("^\"|\"$", ""))
        .toList();
  }
}
