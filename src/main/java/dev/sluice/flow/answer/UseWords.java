package dev.sluice.flow.answer;

import dev.sluice.flow.answer.ComposeSummary.Links;
import dev.sluice.flow.beside.CodeUse;
import dev.sluice.flow.note.FindingView;
import dev.sluice.flow.note.Markdown;
import dev.sluice.mergerequest.CodeHits;
import gg.jte.Content;

/** Code that names what is dropped, for a finding's thread. */
final class UseWords {
  private UseWords() {}

  static FindingView.Uses of(CodeUse use, Links links) {
    return new FindingView.Uses(
        title(use), use.hits().stream().map(h -> place(h, links)).toList(), use.note());
  }

  /** Without the name: within a summary's tags GitLab shows our escapes as they are. */
  private static String title(CodeUse use) {
    int places = use.hits().size();
    boolean more = use.note().isPresent();
    if (places == 0) {
      return more
          ? "Whether other files of this repository name it is not known"
          : "No other file of this repository was found to name it";
    }
    return (more ? "More than " : "")
        + places
        + (places == 1 && !more ? " line" : " lines")
        + " of this repository's other files name it";
  }

  private static Content place(CodeHits.Hit hit, Links links) {
    Content link = links.inFull(hit.path(), hit.line());
    Content text = Markdown.code(hit.text());
    return output -> {
      link.writeTo(output);
      output.writeContent(" ");
      text.writeTo(output);
    };
  }
}
