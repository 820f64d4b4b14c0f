/** Rules about tables as a whole: engine, character set, comments, what may be in them. */
@NullMarked
package dev.sluice.review.rules.table;

import org.jspecify.annotations.NullMarked;
