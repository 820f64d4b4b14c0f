package dev.sluice.deploy.tool;

import dev.sluice.setting.Secrets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a tool has said: its first lines and its last ones, without secrets. Safe for use by several
 * threads.
 */
public final class ToolOutput {
  private static final Logger LOG = LoggerFactory.getLogger(ToolOutput.class);
  private static final int FIRST = 20;
  private static final int LAST = 40;
  private static final int LONGEST = 400;

  /** {@code Copying `shop`.`orders`: 45% 00:12 remain}, {@code Copy: 12/80 15.0%; …}. */
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)%");

  private final List<String> first = new ArrayList<>();
  private final Deque<String> last = new ArrayDeque<>();
  private long dropped;
  private Optional<String> percent = Optional.empty();

  public synchronized void line(String said) {
    String blanked = Secrets.blank(said.strip()).replaceAll("\\p{Cntrl}", " ");
    String line = blanked.length() > LONGEST ? blanked.substring(0, LONGEST) + " …" : blanked;
    LOG.info("tool: {}", line);
    Matcher matcher = PERCENT.matcher(line);
    if (matcher.find()) {
      percent = Optional.of(matcher.group(1));
    }
    if (first.size() < FIRST) {
      first.add(line);
      return;
    }
    last.add(line);
    if (last.size() > LAST) {
      last.remove();
      dropped++;
    }
  }

  /** In order; a line in the middle tells how many were left out. */
  public synchronized List<String> lines() {
    List<String> all = new ArrayList<>(first);
    if (dropped > 0) {
      all.add("… " + dropped + " lines left out …");
    }
    all.addAll(last);
    return all;
  }

  /** The last few lines, for an error. */
  public synchronized String tail() {
    List<String> all = lines();
    return String.join("\n", all.subList(Math.max(0, all.size() - 5), all.size()));
  }

  /** How much it has done, as it said last: {@code 45}. */
  public synchronized Optional<String> percent() {
    return percent;
  }
}
