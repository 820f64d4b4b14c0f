package dev.sluice.flow.note;

import gg.jte.TemplateOutput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects a note: what templates say goes in as it is, what they insert is escaped. */
final class MarkdownOutput implements TemplateOutput {
  private static final Pattern BLOCK =
      Pattern.compile("^(`{3,}).*?^\\1$", Pattern.DOTALL | Pattern.MULTILINE);

  private final StringBuilder text = new StringBuilder();

  @Override
  public void writeContent(String value) {
    text.append(value);
  }

  @Override
  public void writeContent(String value, int beginIndex, int endIndex) {
    text.append(value, beginIndex, endIndex);
  }

  @Override
  public void writeUserContent(String value) {
    text.append(Markdown.escape(value));
  }

  /** Blank lines are for the templates' readers; GitLab needs one at most, outside of code. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder();
    Matcher block = BLOCK.matcher(text);
    int from = 0;
    while (block.find()) {
      note.append(fewerLines(text.substring(from, block.start()))).append(block.group());
      from = block.end();
    }
    return note.append(fewerLines(text.substring(from))).toString().strip() + "\n";
  }

  private static String fewerLines(String markdown) {
    return markdown.replaceAll("\n{3,}", "\n\n");
  }
}
