/** What a rule is: its metadata, what it gets to see, what it answers. */
@NullMarked
package dev.sluice.review.rule;

import org.jspecify.annotations.NullMarked;
