package dev.sluice.change;

import dev.sluice.mergerequest.MergeRequestId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The scripts that one merge request brings.
 *
 * @param scripts in the order in which they run: versioned by version, then repeatable by name
 */
public record Change(MergeRequestId id, List<MappedScript> scripts, List<Remark> remarks) {
  public Change {
    scripts = List.copyOf(scripts);
    remarks = List.copyOf(remarks);
  }

  public Digest digest() {
    return Digest.of(scripts);
  }

  public boolean isEmpty() {
    return scripts.isEmpty();
  }

  public SortedSet<String> databases() {
    SortedSet<String> names = new TreeSet<>();
    scripts.forEach(s -> names.addAll(s.databases()));
    return names;
  }

  public SortedSet<String> projects() {
    SortedSet<String> names = new TreeSet<>();
    scripts.forEach(s -> names.add(s.project()));
    return names;
  }
}
