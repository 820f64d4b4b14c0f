package dev.sluice.store.lanes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What several {@link LaneChild} wrote down, put together. Times are microseconds of the epoch.
 *
 * @param late the tries whose writes came too late
 */
record LaneJournal(List<Try> tries, List<String> late) {

  /**
   * One try of one item.
   *
   * @param to without an end, as of a killed process, when it began
   */
  record Try(String lane, int n, long token, long from, long to) {
    String key() {
      return lane + token;
    }

    boolean overlaps(Try later) {
      return later.from < to;
    }
  }

  static LaneJournal of(List<Path> files) {
    Map<String, Try> tries = new LinkedHashMap<>();
    List<String> late = new ArrayList<>();
    for (String line : lines(files)) {
      String[] word = line.split(" ");
      String lane = word[1];
      long token = Long.parseLong(word[3]);
      long at = Long.parseLong(word[4]);
      switch (word[0]) {
        case "begin" ->
            tries.put(lane + token, new Try(lane, Integer.parseInt(word[2]), token, at, at));
        case "end" ->
            tries.computeIfPresent(
                lane + token, (k, t) -> new Try(t.lane, t.n, t.token, t.from, at));
        default -> late.add(lane + token);
      }
    }
    return new LaneJournal(List.copyOf(tries.values()), List.copyOf(late));
  }

  /** Tries of one lane that ran while the one before was not over. */
  List<List<Try>> overlaps() {
    List<List<Try>> found = new ArrayList<>();
    Map<String, List<Try>> byLane =
        tries.stream()
            .sorted(Comparator.comparingLong(Try::token))
            .collect(Collectors.groupingBy(Try::lane));
    for (List<Try> lane : byLane.values()) {
      for (int i = 1; i < lane.size(); i++) {
        if (lane.get(i - 1).overlaps(lane.get(i))) {
          found.add(List.of(lane.get(i - 1), lane.get(i)));
        }
      }
    }
    return found;
  }

  private static List<String> lines(List<Path> files) {
    return files.stream().filter(Files::exists).flatMap(f -> read(f).stream()).toList();
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
