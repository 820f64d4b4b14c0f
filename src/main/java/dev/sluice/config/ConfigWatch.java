package dev.sluice.config;

import dev.sluice.change.Sha256;
import dev.sluice.config.bind.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the configuration in force. {@link #look} reads the file when its content, or that of a
 * file it refers to, is another than last time (so a swapped symlink counts, a touched file does
 * not); one without problems replaces the current configuration at once, else the last good one
 * stays.
 */
public final class ConfigWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);

  private static final String NOTHING = "";

  private final Path file;
  private final ConfigReader reader;
  private final List<Consumer<BotConfig>> listeners = new CopyOnWriteArrayList<>();
  private volatile BotConfig current;
  private volatile List<Problem> lastProblems = List.of();
  private volatile String fingerprint;
  private Set<Path> referredFiles;

  private ConfigWatch(Path file, ConfigReader reader, String text) {
    Checked first = reader.read(text);
    this.file = file;
    this.reader = reader;
    this.referredFiles = first.files();
    this.fingerprint = fingerprint(text, referredFiles);
    this.current = first.config().orElseThrow(() -> new BadConfig(file, first.problems()));
  }

  /** Throws {@link BadConfig} when the file has problems: there is no last good one yet. */
  public static ConfigWatch start(Path file, ConfigReader reader) {
    try {
      return new ConfigWatch(file, reader, Files.readString(file));
    } catch (IOException e) {
      throw new BadConfig(file, List.of(unreadable(e)));
    }
  }

  public BotConfig current() {
    return current;
  }

  /** Why the file as it is now is not in force; empty when it is. */
  public List<Problem> lastProblems() {
    return lastProblems;
  }

  /** SHA-256 of what was read last, good or not, with the files it refers to. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Called after each swap, on the thread that looks. */
  public void onChange(Consumer<BotConfig> listener) {
    listeners.add(listener);
  }

  /** Looks once; to be called every few seconds. Never throws for what is in the file. */
  public synchronized void look() {
    try {
      String text = Files.readString(file);
      if (!fingerprint(text, referredFiles).equals(fingerprint)) {
        take(text);
      }
    } catch (IOException e) {
      if (!fingerprint.equals(NOTHING)) {
        fingerprint = NOTHING;
        tell(List.of(unreadable(e)));
      }
    }
  }

  private void take(String text) {
    Checked checked = reader.read(text);
    referredFiles = checked.files();
    fingerprint = fingerprint(text, referredFiles);
    if (checked.config().isEmpty()) {
      tell(checked.problems());
      return;
    }
    current = checked.config().get();
    lastProblems = List.of();
    LOG.info("{} changed and is in force", file);
    listeners.forEach(listener -> listener.accept(current));
  }

  private void tell(List<Problem> problems) {
    lastProblems = problems;
    LOG.error("{} is not in force, the last good one stays: {} problem(s)", file, problems.size());
    problems.forEach(problem -> LOG.error("{}:{}", file, problem));
  }

  private static Problem unreadable(IOException e) {
    String why = e.getClass().getSimpleName();
    return new Problem(1, 1, "", "the file cannot be read (" + why + ")", Optional.empty());
  }

  private static String fingerprint(String text, Set<Path> files) {
    StringBuilder all = new StringBuilder(Sha256.of(text));
    files.stream().sorted().forEach(f -> all.append('\n').append(f).append(' ').append(hash(f)));
    return Sha256.of(all.toString());
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return NOTHING; // the reader tells why
    }
  }
}
