package dev.sluice.flow.answer;

import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.SummaryView.WayBackView;
import dev.sluice.flow.undo.WayBack;
import dev.sluice.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How scripts would be taken back, cut where it gets long. */
final class WayBackViews {
  private static final int MOST = 15_000;
  private static final int MOST_NOTES = 20;

  private WayBackViews() {}

  static List<WayBackView> of(List<WayBack> ways, Language language) {
    List<WayBackView> views = new ArrayList<>();
    int left = MOST;
    for (WayBack way : ways) {
      String sql = way.sql().strip();
      String cut =
          sql.length() <= left
              ? sql
              : sql.substring(0, Math.max(0, left)) + "\n-- … " + language.text("cut");
      left -= Math.min(left, sql.length());
      views.add(view(way, cut, language));
    }
    return views;
  }

  private static WayBackView view(WayBack way, String sql, Language language) {
    List<String> notes = new ArrayList<>();
    if (way.byAuthor()) {
      notes.add(language.text("written by the author"));
    }
    way.losses().stream()
        .limit(MOST_NOTES)
        .forEach(l -> notes.add("⚠️ " + language.say("does not come back, or may fail: %s", l)));
    way.impossible().stream()
        .limit(MOST_NOTES)
        .forEach(l -> notes.add("⛔ " + language.say("no way back of %s", l)));
    return new WayBackView(
        Markdown.code(way.path().substring(way.path().lastIndexOf('/') + 1)),
        sql.isEmpty() ? Optional.empty() : Optional.of(Markdown.fence("sql", sql)),
        notes);
  }
}
