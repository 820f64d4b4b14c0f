package dev.sluice.demo.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds GitLab's quick actions in a text: known names at the start of a line, outside code blocks,
 * quotes and HTML comments. Unknown names stay in the text.
 */
public record QuickActions(String rest, List<Command> commands) {

  /** One action; the argument may be empty. */
  public record Command(String name, String argument) {}

  private static final Pattern LINE = Pattern.compile("^/([a-zA-Z_]+)(?: ([^\\n]*))?\\s*$");
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,}).*$");
  private static final Set<String> NAMES =
      Set.of(
          ("add_child add_contacts add_email approve assign assign_reviewer award blocked_by blocks"
                  + " board_move cc clear_health_status clear_weight clone close confidential"
                  + " convert_to_ticket copy_metadata create_merge_request done draft due duplicate"
                  + " epic estimate estimate_time health_status iteration label labels link lock merge"
                  + " milestone move page promote promote_to promote_to_incident publish react ready"
                  + " reassign reassign_reviewer rebase relabel relate remove_contacts remove_due_date"
                  + " remove_email remove_epic remove_estimate remove_label remove_milestone"
                  + " remove_parent remove_reviewer remove_time_estimate remove_time_spent remove_zoom"
                  + " reopen request_review reviewer run_pipeline set_parent severity ship shrug spend"
                  + " spend_time status submit_review subscribe tableflip tag target_branch timeline"
                  + " title todo type unapprove unassign unassign_reviewer unlabel unlink unlock"
                  + " unsubscribe weight zoom")
              .split(" "));

  public static QuickActions in(String text) {
    List<String> kept = new ArrayList<>();
    List<Command> found = new ArrayList<>();
    var fence = "";
    var comment = false;
    for (var line : text.split("\n", -1)) {
      var plain = fence.isEmpty() && !comment;
      fence = fenceAfter(fence, comment, line);
      comment = commentAfter(comment, fence, line);
      var match = LINE.matcher(line.stripTrailing());
      if (plain && match.matches() && NAMES.contains(match.group(1).toLowerCase(Locale.ROOT))) {
        var argument = match.group(2) == null ? "" : match.group(2).strip();
        found.add(new Command(match.group(1).toLowerCase(Locale.ROOT), argument));
      } else {
        kept.add(line);
      }
    }
    var rest = found.isEmpty() ? text : String.join("\n", kept).strip();
    return new QuickActions(rest, List.copyOf(found));
  }

  private static String fenceAfter(String fence, boolean comment, String line) {
    var match = FENCE.matcher(line);
    if (comment || !match.matches()) {
      return fence;
    }
    var marks = match.group(1);
    if (fence.isEmpty()) {
      return marks;
    }
    var closes = marks.startsWith(fence) && line.strip().equals(marks);
    return closes ? "" : fence;
  }

  private static boolean commentAfter(boolean comment, String fence, String line) {
    if (!fence.isEmpty()) {
      return comment;
    }
    var open = line.lastIndexOf("<!--");
    var close = line.lastIndexOf("-->");
    return (open < 0 && close < 0) ? comment : open > close;
  }
}
