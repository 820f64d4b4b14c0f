package dev.sluice.flow.answer;

import dev.sluice.flow.answer.ComposeSummary.Links;
import dev.sluice.flow.beside.CodeUse;
import dev.sluice.flow.note.FindingView;
import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.CodeHits;
import gg.jte.Content;

/** Code that names what is dropped, for a finding's thread. */
final class UseWords {
  private final Language language;

  UseWords(Language language) {
    this.language = language;
  }

  FindingView.Uses of(CodeUse use, Links links) {
    return new FindingView.Uses(
        language.say(title(use)),
        use.hits().stream().map(h -> place(h, links)).toList(),
        use.note().map(language::text));
  }

  /** Without the name: within a summary's tags GitLab shows our escapes as they are. */
  private static Message title(CodeUse use) {
    int places = use.hits().size();
    boolean more = use.note().isPresent();
    if (places == 0) {
      return more
          ? Message.of("Whether other files of this repository name it is not known")
          : Message.of("No other file of this repository was found to name it");
    }
    if (more) {
      return Message.of("More than %s lines of this repository's other files name it", places);
    }
    return places == 1
        ? Message.of("1 line of this repository's other files name it")
        : Message.of("%s lines of this repository's other files name it", places);
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
