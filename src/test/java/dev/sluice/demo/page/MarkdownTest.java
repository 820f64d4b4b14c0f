package dev.sluice.demo.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static String html(String text) {
    return Markdown.render(text).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<details onclick=alert(1)>",
        "**<b onclick=x>bold</b>**",
        "`<script>`",
        "```\n<script>\n```",
        "```sql\nselect '<script>' -- <img>\n```",
        "| <script> | b |\n|---|---|\n| <img> | d |",
        "[x](javascript:alert(1))",
        "[x](https://a.example/\"onmouseover=alert(1))",
        "[<script>](https://a.example)",
        "&lt;script&gt;",
        "# <script>",
        "- <script>",
        "> <script>"
      })
  void nothingFromANoteBecomesMarkup(String text) {
    var html = html(text);
    assertThat(html)
        .doesNotContain("<script", "<img", "href=\"javascript")
        .doesNotContainPattern("<\\w+[^>]*\\son\\w+=");
  }

  @Test
  void commentsAreInvisible() {
    assertThat(html("<!-- sluice kind=summary -->\nhello")).isEqualTo("<p>hello</p>");
  }

  @Test
  void theSubsetThatSluiceUsesIsRendered() {
    assertThat(html("### Sluice: **ok**")).isEqualTo("<h4>Sluice: <strong>ok</strong></h4>");
    assertThat(html("a `b_c*d*` \\*e\\*"))
        .isEqualTo("<p>a <code>b&#95;c&#42;d&#42;</code> &#42;e&#42;</p>");
    assertThat(html("- one\n- two")).isEqualTo("<ul><li>one</li><li>two</li></ul>");
    assertThat(html("[a](https://x.example/y)"))
        .isEqualTo("<p><a href=\"https://x.example/y\" rel=\"noopener\">a</a></p>");
    assertThat(html("<sub>commit `1`</sub>")).isEqualTo("<p><sub>commit <code>1</code></sub></p>");
  }

  @Test
  void aTableKeepsAnEscapedBar() {
    assertThat(html("| a | b |\n|---|--:|\n| x \\| y | `p \\| q` |"))
        .isEqualTo(
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>x | y</td>"
                + "<td><code>p | q</code></td></tr></tbody></table>");
  }

  @Test
  void foldsHoldMarkdownAndAreAlwaysClosed() {
    assertThat(html("<details><summary>More</summary>\n\n- x\n\n</details>"))
        .isEqualTo("<details><summary>More</summary><ul><li>x</li></ul></details>");
    assertThat(html("<details><summary>More</summary>\n\nx")).endsWith("</details>");
  }

  @Test
  void aLongerFenceHoldsAShorterOne() {
    assertThat(html("````\n```\nx\n```\n````")).isEqualTo("<pre><code>```\nx\n```</code></pre>");
  }
}
