package dev.sluice.demo.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Markup that is known to be safe; everything else is escaped when a template inserts it. */
final class Html implements Content {
  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  static Html safe(String markup) {
    return new Html(markup);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(markup);
  }

  @Override
  public String toString() {
    return markup;
  }
}
