package dev.sluice.review.rule;

/**
 * A rule in three plain sentences, for findings and for its page.
 *
 * @param when what makes it fire, and what does not
 * @param effect what happens if it stays
 * @param remedy what to do instead
 */
public record Explanation(String when, String effect, String remedy) {
  public Explanation {
    for (String sentence : new String[] {when, effect, remedy}) {
      if (!sentence.endsWith(".")) {
        throw new IllegalArgumentException("is no sentence: " + sentence);
      }
    }
  }
}
