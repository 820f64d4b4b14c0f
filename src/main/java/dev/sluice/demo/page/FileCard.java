package dev.sluice.demo.page;

import dev.sluice.demo.act.Positions;
import dev.sluice.demo.git.FileDiff;
import dev.sluice.demo.git.Hunk;
import dev.sluice.demo.model.Project.Omission;
import gg.jte.Content;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A changed file with the threads that stand in it. */
public record FileCard(FileDiff file, List<ThreadCard> threads, @Nullable Omission omission) {

  /** One line of the diff. */
  public record Row(Hunk.Line line, boolean sql, List<ThreadCard> threads) {
    public String kind() {
      return line.kind().name().toLowerCase(Locale.ROOT);
    }

    public String oldNumber() {
      return line.kind() == Hunk.Kind.ADDED ? "" : String.valueOf(line.oldLine());
    }

    public String newNumber() {
      return line.kind() == Hunk.Kind.REMOVED ? "" : String.valueOf(line.newLine());
    }

    public Content text() {
      var text = line.shown();
      return Html.safe(sql ? SqlColors.of(text) : Html.escape(text));
    }
  }

  public List<Row> rows(Hunk hunk) {
    var sql = file.newPath().endsWith(".sql");
    return hunk.lines().stream().map(line -> new Row(line, sql, at(line))).toList();
  }

  private List<ThreadCard> at(Hunk.Line line) {
    return threads.stream()
        .filter(
            thread -> {
              var position = thread.position();
              return position != null && Positions.matches(line, position);
            })
        .toList();
  }

  /** Threads on the whole file. */
  public List<ThreadCard> onFile() {
    return threads.stream()
        .filter(
            thread -> {
              var position = thread.position();
              return position != null && position.type().equals("file");
            })
        .toList();
  }

  public String badge() {
    if (file.isNew()) {
      return "new";
    }
    if (file.isDeleted()) {
      return "deleted";
    }
    return file.isRenamed() ? "renamed from " + file.oldPath() : "changed";
  }
}
