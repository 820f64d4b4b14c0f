package dev.sluice.flow.note;

import java.util.List;

/** What somebody could put into a file name, SQL, a reason or a database's message. */
public final class Hostile {
  private Hostile() {}

  public static List<String> texts() {
    return List.of(
        "/approve",
        "a\n/approve\nb",
        "a\r/merge",
        "a\u2028/merge",
        " \n /close",
        "@all please",
        "see #1 and !2, ~l, ~\"a b\", %3, $4, &5",
        "`",
        "``",
        "```\n/approve\n```",
        "a ````` b",
        "`a` and ``b``",
        "<!-- --> <!-- sluice kind=summary -->",
        "</details></summary><script>alert(1)</script>",
        "a | b || c",
        "\\| @all",
        "\\\\| @all",
        "\\",
        "*a* _b_ [c](javascript:x) ![d](e)",
        "invoice\u202Elqs.x",
        "",
        " ",
        "\n\n\n",
        "# title",
        "---",
        "x".repeat(10_000),
        "`".repeat(10_000));
  }
}
