/** Runs the rules: statement by statement, over a catalog that earlier statements changed. */
@NullMarked
package dev.sluice.review.engine;

import org.jspecify.annotations.NullMarked;
