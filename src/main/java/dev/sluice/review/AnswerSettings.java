package dev.sluice.review;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;

/** How a review is shown in a merge request. */
@Doc("How a review is shown in a merge request.")
public record AnswerSettings(
    @Doc(
            "How many findings have an open thread of their own at a time, the worst first; the"
                + " rest stands in the summary.")
        @Default("30")
        int threads) {
  public AnswerSettings {
    if (threads < 0) {
      throw new IllegalArgumentException("threads must not be negative");
    }
  }
}
