/** Rules about what the engine cannot read. */
@NullMarked
package dev.sluice.review.rules.syntax;

import org.jspecify.annotations.NullMarked;
