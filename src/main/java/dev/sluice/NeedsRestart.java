package dev.sluice;

import dev.sluice.config.BotConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which parts of a changed configuration are read at start only. */
final class NeedsRestart {
  private static final Logger LOG = LoggerFactory.getLogger(NeedsRestart.class);

  private static final Map<String, Function<BotConfig, Object>> READ_AT_START =
      Map.of(
          "server", BotConfig::server,
          "gitlab", BotConfig::gitlab,
          "store", BotConfig::store,
          "answers", BotConfig::answers,
          "deploy", BotConfig::deploy,
          "commands", BotConfig::commands);

  private NeedsRestart() {}

  static void tell(BotConfig atStart, BotConfig now) {
    List<String> changed = changed(atStart, now);
    if (!changed.isEmpty()) {
      LOG.warn("changes of {} wait for a restart", String.join(", ", changed));
    }
  }

  /** The parts in which the two differ, by key. */
  static List<String> changed(BotConfig atStart, BotConfig now) {
    List<String> keys = new ArrayList<>();
    READ_AT_START.forEach(
        (key, part) -> {
          if (!part.apply(atStart).equals(part.apply(now))) {
            keys.add(key);
          }
        });
    return keys.stream().sorted().toList();
  }
}
